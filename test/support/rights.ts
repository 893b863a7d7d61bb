/** Rights for tests that need some and are not about them: given by the operator, as the product itself writes them. */
import type { Knex } from 'knex';
import { openAccount, registerScopeValues } from '../../db/changes/open-account.ts';
import { grantByOperator, writeBoundary } from '../../db/changes/write-boundary.ts';
import { endGrantsOfMember } from '../../db/changes/write-holding.ts';
import { wholeApplication } from '../../domain/holding.ts';
import { postboxApplication, postboxDimension } from '../../domain/postbox-rights.ts';
import type { GrantAction } from '../../domain/rights.ts';
import { applicationCalled } from './registry.ts';

const staffId = '00000000-0000-7000-8000-000000000001';
const at = '2027-01-01T00:00:00.000Z';

/** The account of a company, opened if it has none, with these boxes in its boundary. */
export function openBoxes(knex: Knex, companyId: string, boxIds: readonly string[]): Promise<string> {
  return knex.transaction(async (trx) => {
    const company = await trx('companies')
      .where({ id: companyId })
      .first<{ id: string; brand_id: string; name: string }>('id', 'brand_id', 'name');
    const known = await trx('accounts')
      .where({ company_id: companyId })
      .first<{ id: string } | undefined>('id');
    const accountId =
      known?.id ?? (await openAccount(trx, company, { number: null, name: company.name }, at));
    const rows = boxIds.map((value) => ({ value, label: value, kind: null }));
    await registerScopeValues(trx, accountId, postboxDimension, rows);
    const application = applicationCalled(postboxApplication);
    const work = { application, accountId, companyId, staffId, at };
    await writeBoundary(trx, work, wholeApplication(application, { [postboxDimension]: boxIds }));
    return accountId;
  });
}

/** On top of what the member holds; the boundary must have room for it. */
export function grantBoxes(
  knex: Knex,
  membershipId: string,
  boxIds: readonly string[],
  actions: readonly GrantAction[],
): Promise<void> {
  return knex.transaction(async (trx) => {
    const { accountId, companyId } = await trx('memberships as m')
      .join('accounts as a', 'a.company_id', 'm.company_id')
      .where('m.id', membershipId)
      .first<{ accountId: string; companyId: string }>('a.id as accountId', 'a.company_id as companyId');
    const work = { application: applicationCalled(postboxApplication), accountId, companyId, staffId, at };
    await grantByOperator(
      trx,
      work,
      membershipId,
      [{ actions, scope: { [postboxDimension]: boxIds } }],
      null,
    );
  });
}

/** Everything the member holds is taken back. */
export function takeRights(knex: Knex, membershipId: string): Promise<number> {
  return knex.transaction((trx) => endGrantsOfMember(trx, membershipId, staffId, at));
}
