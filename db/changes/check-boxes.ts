import type { Knex } from 'knex';
import { Refused, refuseValue } from '../../domain/verdict.ts';
import { openBoxesOf } from '../queries/accounts.ts';

/** Rights on boxes name boxes of the company: refuses `account.box-of-other-company` unless all of them are its open ones. */
export async function checkBoxes(
  trx: Knex.Transaction,
  companyId: string,
  boxIds: readonly string[],
  field: string,
): Promise<void> {
  const own = await openBoxesOf(trx, companyId, boxIds);
  const foreign = boxIds.find((id) => !own.has(id));
  if (foreign !== undefined)
    throw new Refused(refuseValue('account.box-of-other-company', { field, value: foreign }));
}
