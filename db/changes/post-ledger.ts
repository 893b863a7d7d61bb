import type { Knex } from 'knex';
import { v7 as uuidv7 } from 'uuid';
import type { Instant } from '../../domain/calendar.ts';
import { checkEntries, reversalOf, type LedgerEntry } from '../../domain/ledger.ts';
import { isDuplicateKey } from '../errors.ts';
import { toDb } from '../instants.ts';
import { ledgerTransaction, type LedgerTransaction } from '../queries/ledger.ts';
import { ledgerAccountIds } from './ledger-accounts.ts';

export interface NewPosting {
  /** What makes the charge happen once: `mail-item/<id>/storage/3`. ASCII, at most 181 characters. */
  readonly naturalKey: string;
  /** What the line is called in the books: `storage`, `forwarding`. */
  readonly kind: string;
  readonly companyId: string;
  readonly subjectType: string;
  readonly subjectId: string;
  readonly at: Instant;
  readonly entries: readonly LedgerEntry[];
}

export interface Posting {
  /** False when the natural key was taken: nothing was written, `transaction` is the first one. */
  readonly isNew: boolean;
  readonly transaction: LedgerTransaction;
}

/**
 * Posts one transaction, once for its natural key: a repeat writes nothing and returns the first, whatever it carried
 * (I2 of quality.md). Throws, as a fault of ours, when the entries are not whole cents or do not sum to zero.
 * Entries are only added, so no account is locked against others: two companies never wait for each other, though
 * both earn for the same revenue account. Comes after the subjects and before `appendEvent`.
 */
export function postLedger(trx: Knex.Transaction, posting: NewPosting): Promise<Posting> {
  return post(trx, { ...posting, id: uuidv7(), reversesId: null });
}

/**
 * Undoes the transaction of that natural key by one with the opposite entries under `<key>/reversal`; a repeat returns
 * the first reversal. Throws when there is nothing under the key. The key stays taken: what was reversed is not
 * charged again under it.
 */
export async function reverseLedger(
  trx: Knex.Transaction,
  naturalKey: string,
  at: Instant,
): Promise<Posting> {
  const original = await ledgerTransaction(trx, naturalKey);
  if (original === null) throw new Error(`nothing was posted under ${naturalKey}`);
  return post(trx, {
    ...original,
    id: uuidv7(),
    naturalKey: `${naturalKey}/reversal`,
    at,
    entries: reversalOf(original.entries),
    reversesId: original.id,
  });
}

async function post(trx: Knex.Transaction, transaction: LedgerTransaction): Promise<Posting> {
  const { naturalKey, entries } = transaction;
  const verdict = checkEntries(entries);
  if (!verdict.ok) throw new Error(`${verdict.reason} in ${naturalKey}: ${JSON.stringify(verdict.details)}`);
  if (await insertTransaction(trx, transaction)) {
    await insertEntries(trx, transaction);
    return { isNew: true, transaction };
  }
  const first = await ledgerTransaction(trx, naturalKey);
  if (first === null) throw new Error(`${naturalKey} is taken and has no entries`);
  return { isNew: false, transaction: first };
}

/** False when the key is taken; a concurrent post of the same key is waited for. */
async function insertTransaction(trx: Knex.Transaction, transaction: LedgerTransaction): Promise<boolean> {
  try {
    await trx('ledger_transactions').insert({
      id: transaction.id,
      natural_key: transaction.naturalKey,
      kind: transaction.kind,
      company_id: transaction.companyId,
      subject_type: transaction.subjectType,
      subject_id: transaction.subjectId,
      occurred_at: toDb(transaction.at),
      reverses_id: transaction.reversesId,
    });
    return true;
  } catch (error) {
    if (isDuplicateKey(error)) return false;
    throw error;
  }
}

/** In the order of the account ids, in which the foreign key share-locks the accounts. */
async function insertEntries(
  trx: Knex.Transaction,
  { id, companyId, entries }: LedgerTransaction,
): Promise<void> {
  const accounts = await ledgerAccountIds(
    trx,
    companyId,
    entries.map((entry) => entry.account),
  );
  const rows = entries.map((entry) => ({
    id: uuidv7(),
    transaction_id: id,
    account_id: accounts(entry.account),
    amount_cents: entry.amountCents,
  }));
  await trx('ledger_entries').insert(rows.sort((a, b) => (a.account_id < b.account_id ? -1 : 1)));
}
