/** Reading the books. Balances are summed, never stored; `SUM` comes back as a string and must fit whole cents. */
import type { Knex } from 'knex';
import type { Instant } from '../../domain/calendar.ts';
import type { LedgerAccountKind, LedgerEntry } from '../../domain/ledger.ts';
import { fromDb } from '../instants.ts';

export interface LedgerTransaction {
  readonly id: string;
  readonly naturalKey: string;
  readonly kind: string;
  readonly companyId: string;
  readonly subjectType: string;
  readonly subjectId: string;
  readonly at: Instant;
  /** The transaction that this one undoes. */
  readonly reversesId: string | null;
  /** By account, as posted. */
  readonly entries: readonly LedgerEntry[];
}

/** One line of a company's account: above zero it owes more, below zero it owes less. */
export interface LedgerLine {
  readonly id: string;
  readonly naturalKey: string;
  readonly kind: string;
  readonly subjectType: string;
  readonly subjectId: string;
  readonly at: Instant;
  readonly amountCents: number;
}

/** The transaction under a natural key, or null. */
export async function ledgerTransaction(knex: Knex, naturalKey: string): Promise<LedgerTransaction | null> {
  const rows: (TransactionRow & EntryRow)[] = await knex('ledger_transactions as t')
    .join('ledger_entries as e', 'e.transaction_id', 't.id')
    .join('ledger_accounts as a', 'a.id', 'e.account_id')
    .where('t.natural_key', naturalKey)
    .orderBy('e.id')
    .select('t.*', 'a.kind as account', 'e.amount_cents');
  const [first] = rows;
  if (first === undefined) return null;
  return {
    id: first.id,
    naturalKey: first.natural_key,
    kind: first.kind,
    companyId: first.company_id,
    subjectType: first.subject_type,
    subjectId: first.subject_id,
    at: fromDb(first.occurred_at),
    reversesId: first.reverses_id,
    entries: rows.map((row) => ({ account: row.account, amountCents: row.amount_cents })),
  };
}

/** What the company owes, in cents; 0 before its first charge. */
export async function balanceOf(knex: Knex, companyId: string): Promise<number> {
  const owed = receivable(knex).where('a.company_id', companyId).sum('e.amount_cents as cents').first();
  return centsOf((await owed) as SumRow);
}

/** A page of the company's lines, newest first; `before` is the id of the last line of the page before. */
export async function linesOf(
  knex: Knex,
  companyId: string,
  page: { readonly limit: number; readonly before?: string },
): Promise<readonly LedgerLine[]> {
  const query = lines(knex).where('a.company_id', companyId).orderBy('e.id', 'desc').limit(page.limit);
  if (page.before !== undefined) query.where('e.id', '<', page.before);
  return ((await query) as LineRow[]).map(lineOf);
}

/** Every charge and reversal of one subject, oldest first, with what they come to. */
export async function chargesOf(
  knex: Knex,
  subjectType: string,
  subjectId: string,
): Promise<{ readonly totalCents: number; readonly lines: readonly LedgerLine[] }> {
  const query = lines(knex)
    .where({ 't.subject_type': subjectType, 't.subject_id': subjectId })
    .orderBy('e.id');
  const charged = ((await query) as LineRow[]).map(lineOf);
  return { totalCents: charged.reduce((sum, line) => sum + line.amountCents, 0), lines: charged };
}

/** Zero over all books, and every transaction that does not sum to zero by itself (I3 of quality.md; none expected). */
export async function ledgerCheck(
  knex: Knex,
): Promise<{ readonly sumCents: number; readonly unbalanced: readonly string[] }> {
  const sum = knex('ledger_entries').sum('amount_cents as cents').first();
  const sumCents = centsOf((await sum) as unknown as SumRow);
  const rows: { natural_key: string }[] = await knex('ledger_transactions as t')
    .leftJoin('ledger_entries as e', 'e.transaction_id', 't.id')
    .groupBy('t.id', 't.natural_key')
    .havingRaw('COUNT(e.id) < 2 OR SUM(e.amount_cents) <> 0')
    .select('t.natural_key');
  return { sumCents, unbalanced: rows.map((row) => row.natural_key) };
}

interface TransactionRow {
  readonly id: string;
  readonly natural_key: string;
  readonly kind: string;
  readonly company_id: string;
  readonly subject_type: string;
  readonly subject_id: string;
  readonly occurred_at: Date;
  readonly reverses_id: string | null;
}

interface EntryRow {
  readonly account: LedgerAccountKind;
  readonly amount_cents: number;
}

type LineRow = Omit<TransactionRow, 'company_id' | 'reverses_id'> & { readonly amount_cents: number };

function receivable(knex: Knex): Knex.QueryBuilder {
  return knex('ledger_entries as e')
    .join('ledger_accounts as a', 'a.id', 'e.account_id')
    .where('a.kind', 'receivable');
}

function lines(knex: Knex): Knex.QueryBuilder {
  return receivable(knex)
    .join('ledger_transactions as t', 't.id', 'e.transaction_id')
    .select(
      'e.id',
      't.natural_key',
      't.kind',
      't.subject_type',
      't.subject_id',
      't.occurred_at',
      'e.amount_cents',
    );
}

function lineOf(row: LineRow): LedgerLine {
  return {
    id: row.id,
    naturalKey: row.natural_key,
    kind: row.kind,
    subjectType: row.subject_type,
    subjectId: row.subject_id,
    at: fromDb(row.occurred_at),
    amountCents: row.amount_cents,
  };
}

/** Null where there is nothing to add. */
interface SumRow {
  readonly cents: string | null;
}

function centsOf(row: SumRow): number {
  const cents = Number(row.cents ?? 0);
  if (!Number.isSafeInteger(cents))
    throw new Error(`a sum of the books is not whole cents: ${String(row.cents)}`);
  return cents;
}
