/** Merges as their lives, the two contacts and staff see them (WF-37). */
import type { Knex } from 'knex';
import type { AccountMergeRow } from '../account-merge-row.ts';
import { mergeFromRow } from '../account-merge-row.ts';
import type { AccountMerge, MergeSide } from '../../domain/account-merge.ts';
import type { Instant } from '../../domain/calendar.ts';
import type { Owing } from '../../domain/life-rows.ts';
import { fromDbOrNull } from '../instants.ts';
import { withOwed } from './owed-mails.ts';

/** The merge as it stands, or null. */
export async function mergeById(knex: Knex, id: string): Promise<Owing<AccountMerge> | null> {
  const row = await knex('account_merges').where({ id }).first<AccountMergeRow | undefined>();
  return row === undefined ? null : withOwed(knex, await mergeFromRow(knex, row));
}

/** One of the two accounts, as its own contact, the other one and staff may know it. */
export interface MergeAccountSeen {
  readonly id: string;
  readonly companyName: string;
  readonly kind: 'b2b' | 'b2c';
  readonly enterpriseNumber: string | null;
  readonly contactId: string;
}

/** Something that moves: a client code with its issuer, and whether it is received still. */
export interface MovingNumber {
  readonly clientCode: string;
  readonly issuerName: string;
  readonly isReceived: boolean;
}

export interface MergeSeen {
  readonly merge: AccountMerge;
  readonly accounts: Readonly<Record<MergeSide, MergeAccountSeen>>;
  /** Of the source; when it has moved, what moved. */
  readonly moves: readonly MovingNumber[];
  /** With how many people the source shares. */
  readonly sharedWith: number;
}

/** The merge with both accounts and what it moves, or null. */
export async function mergeSeen(knex: Knex, id: string): Promise<MergeSeen | null> {
  const row = await knex('account_merges').where({ id }).first<AccountMergeRow | undefined>();
  return row === undefined ? null : seenFrom(knex, row);
}

/** Where somebody is the main contact of one of the accounts, the latest first; those that are over included. */
export async function mergesOf(knex: Knex, userId: string): Promise<readonly MergeSeen[]> {
  const own = knex('recipient_accounts').where({ main_contact_id: userId }).select('id');
  const rows = (await knex('account_merges')
    .whereIn('source_account_id', own.clone())
    .orWhereIn('target_account_id', own)
    .orderBy('id', 'desc')
    .limit(50)
    .select()) as AccountMergeRow[];
  return Promise.all(rows.map((row) => seenFrom(knex, row)));
}

/** What staff have to look at: the open ones, the oldest first. */
export async function openMerges(
  knex: Knex,
  { limit, after }: { readonly limit: number; readonly after: string | null },
): Promise<readonly MergeSeen[]> {
  const query = knex('account_merges').whereNull('closed_at');
  if (after !== null) query.where('id', '>', after);
  const rows = (await query.orderBy('id').limit(limit).select()) as AccountMergeRow[];
  return Promise.all(rows.map((row) => seenFrom(knex, row)));
}

async function seenFrom(knex: Knex, row: AccountMergeRow): Promise<MergeSeen> {
  const [source, target] = await Promise.all(
    [row.source_account_id, row.target_account_id].map((id) => accountSeen(knex, id)),
  );
  if (source === undefined || target === undefined) throw new Error(`no accounts of merge ${row.id}`);
  const sharedWith = await knex('sharings')
    .where({ account_id: source.id, revoked_at: null })
    .whereNotNull('accepted_at')
    .count<{ n: number }[]>({ n: '*' });
  return {
    merge: await mergeFromRow(knex, row),
    accounts: { source, target },
    moves: await movingNumbers(knex, row),
    sharedWith: sharedWith[0]?.n ?? 0,
  };
}

function accountSeen(knex: Knex, id: string): Promise<MergeAccountSeen> {
  return knex('recipient_accounts').where({ id }).first<MergeAccountSeen>({
    id: 'id',
    companyName: 'company_name',
    kind: 'kind',
    enterpriseNumber: 'enterprise_number',
    contactId: 'main_contact_id',
  });
}

/** By client code; of the source as it is, or, once it has moved, what the merge noted down. */
export async function movingNumbers(
  knex: Knex,
  { id, source_account_id: sourceId, merged_at: mergedAt }: AccountMergeRow,
): Promise<readonly MovingNumber[]> {
  const query = knex('receptions as r')
    .join('client_codes as c', 'c.id', 'r.client_code_id')
    .join('issuer_prefixes as p', (join) => join.on('p.issuer_id', 'c.issuer_id').on('p.prefix', 'c.prefix'))
    .groupBy('c.id', 'c.code', 'p.name')
    .orderBy(['c.code', 'p.name'])
    .select('c.code', 'p.name', knex.raw('MAX(r.active_key IS NOT NULL) AS is_received'));
  if (mergedAt === null) query.where('r.account_id', sourceId);
  else
    query.whereIn(
      'r.id',
      knex('merged_things').where({ merge_id: id, kind: 'reception' }).select('thing_id'),
    );
  const rows = (await query) as { code: string; name: string; is_received: number }[];
  return rows.map(({ code, name, is_received: isReceived }) => ({
    clientCode: code,
    issuerName: name,
    isReceived: isReceived === 1,
  }));
}

export interface RecipientAccountSeen {
  readonly id: string;
  readonly brand: string;
  readonly companyName: string;
  readonly kind: 'b2b' | 'b2c';
  readonly enterpriseNumber: string | null;
  readonly username: string;
  readonly closedAt: Instant | null;
}

/** Accounts in which a client code of that text is or was received, the oldest first. */
export async function accountsReceiving(
  knex: Knex,
  clientCode: string,
): Promise<readonly RecipientAccountSeen[]> {
  const rows: (Omit<RecipientAccountSeen, 'closedAt'> & { readonly closed_at: Date | null })[] = await knex(
    'recipient_accounts as a',
  )
    .join('brands as b', 'b.id', 'a.brand_id')
    .join('users as u', 'u.id', 'a.main_contact_id')
    .whereIn(
      'a.id',
      knex('receptions as r')
        .join('client_codes as c', 'c.id', 'r.client_code_id')
        .where('c.code', clientCode)
        .select('r.account_id'),
    )
    .orderBy('a.id')
    .select({
      ...{ id: 'a.id', brand: 'b.brand_key', companyName: 'a.company_name', kind: 'a.kind' },
      ...{ enterpriseNumber: 'a.enterprise_number', username: 'u.username', closed_at: 'a.closed_at' },
    });
  return rows.map(({ closed_at: closedAt, ...row }) => ({ ...row, closedAt: fromDbOrNull(closedAt) }));
}
