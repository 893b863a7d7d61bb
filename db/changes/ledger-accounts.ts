import type { Knex } from 'knex';
import { v7 as uuidv7 } from 'uuid';
import type { LedgerAccountKind } from '../../domain/ledger.ts';

/**
 * The ids of a company's receivable and of the revenues of the house. They are made on first use: a revenue account
 * once in the life of a database, and until that commit other first users wait for it.
 */
export async function ledgerAccountIds(
  trx: Knex.Transaction,
  companyId: string,
  kinds: readonly LedgerAccountKind[],
): Promise<(kind: LedgerAccountKind) => string> {
  const keys = new Map([...new Set(kinds)].sort().map((kind) => [keyOf(kind, companyId), kind]));
  const present = await idsByKey(trx, [...keys.keys()]);
  const missing = [...keys].filter(([key]) => !present.has(key));
  for (const [key, kind] of missing) await createAccount(trx, key, kind, companyId);
  const found = missing.length === 0 ? present : await idsByKey(trx, [...keys.keys()]);
  return (kind) => {
    const id = found.get(keyOf(kind, companyId));
    if (id === undefined) throw new Error(`no ledger account ${keyOf(kind, companyId)} after it was created`);
    return id;
  };
}

function keyOf(kind: LedgerAccountKind, companyId: string): string {
  return kind === 'receivable' ? `${kind}/${companyId}` : kind;
}

async function idsByKey(
  trx: Knex.Transaction,
  keys: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  const rows: { id: string; account_key: string }[] = await trx('ledger_accounts')
    .whereIn('account_key', keys)
    .select('id', 'account_key');
  return new Map(rows.map((row) => [row.account_key, row.id]));
}

/** Taken meanwhile by somebody else: theirs is the account. */
async function createAccount(
  trx: Knex.Transaction,
  key: string,
  kind: LedgerAccountKind,
  companyId: string,
): Promise<void> {
  await trx.raw(
    `INSERT INTO ledger_accounts (id, account_key, company_id, kind) VALUES (?, ?, ?, ?)
     ON DUPLICATE KEY UPDATE kind = kind`,
    [uuidv7(), key, kind === 'receivable' ? companyId : null, kind],
  );
}
