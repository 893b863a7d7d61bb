import type { Knex } from 'knex';
import type { MergingAccount } from '../../domain/account-merge.ts';
import { hidden, Refused } from '../../domain/verdict.ts';

export interface AccountRow {
  readonly id: string;
  readonly brand_id: string;
  readonly main_contact_id: string;
  readonly kind: 'b2b' | 'b2c';
  readonly company_name: string;
  readonly enterprise_number: string | null;
  readonly closed_at: Date | null;
}

/** Those there are, in the order of their ids, after client codes and before sharings (lock order). */
export async function lockAccounts(
  trx: Knex.Transaction,
  ids: readonly string[],
): Promise<ReadonlyMap<string, AccountRow>> {
  const rows = (await trx('recipient_accounts')
    .whereIn('id', [...ids])
    .orderBy('id')
    .forUpdate()
    .select()) as AccountRow[];
  return new Map(rows.map((row) => [row.id, row]));
}

/** Whatever concerns who sees an account waits its turn here. Refuses `not-found`. */
export async function lockAccount(trx: Knex.Transaction, id: string): Promise<AccountRow> {
  const account = (await lockAccounts(trx, [id])).get(id);
  if (account === undefined) throw new Refused(hidden);
  return account;
}

/** What comes into an account waits for a merge of it; whoever chose the account has seen it open under its lock. */
export async function lockOpenAccount(trx: Knex.Transaction, id: string): Promise<void> {
  const account = (await lockAccounts(trx, [id])).get(id);
  if (account?.closed_at !== null) throw new Error(`account ${id} is closed`);
}

export function mergingAccount(row: AccountRow): MergingAccount {
  return {
    id: row.id,
    brandId: row.brand_id,
    contactId: row.main_contact_id,
    enterpriseNumber: row.enterprise_number,
    isOpen: row.closed_at === null,
  };
}
