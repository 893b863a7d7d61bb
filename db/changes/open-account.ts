import type { Knex } from 'knex';
import { v7 as uuidv7 } from 'uuid';
import type { Instant } from '../../domain/calendar.ts';
import { Refused, refuseState } from '../../domain/verdict.ts';
import { isDuplicateKey } from '../errors.ts';
import { toDb } from '../instants.ts';
import type { LockedCompany } from './lock-member.ts';

/**
 * A customer account of the company, which is locked; without a number of its own it gets the next free one. Returns its id.
 * Refuses `account.number-taken`.
 */
export async function openAccount(
  trx: Knex.Transaction,
  company: LockedCompany,
  { number, name }: { readonly number: string | null; readonly name: string },
  at: Instant,
): Promise<string> {
  const id = uuidv7();
  try {
    await trx('accounts').insert({
      id,
      brand_id: company.brand_id,
      company_id: company.id,
      number: number ?? id,
      name,
      created_at: toDb(at),
    });
  } catch (error) {
    if (isDuplicateKey(error)) throw new Refused(refuseState('account.number-taken', { field: 'number' }));
    throw error;
  }
  if (number === null)
    await trx('accounts')
      .where({ id })
      .update({ number: trx.raw('CAST(10000000 + serial AS CHAR)') });
  return id;
}

/** What the account has to scope rights by, as it is to be known from now on; what is known already keeps its place. */
export async function registerScopeValues(
  trx: Knex.Transaction,
  accountId: string,
  dimension: string,
  values: readonly { readonly value: string; readonly label: string; readonly kind: string | null }[],
): Promise<void> {
  if (values.length === 0) return;
  await trx('account_scope_values')
    .insert(
      values.map(({ value, label, kind }) => ({ account_id: accountId, dimension, value, label, kind })),
    )
    .onConflict(['account_id', 'dimension', 'value'])
    .merge(['label', 'kind']);
}
