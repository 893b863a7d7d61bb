/** Merges as their lives, the two contacts and staff see them (WF-37). */
import type { Knex } from 'knex';
import type { AccountMergeRow } from '../account-merge-row.ts';
import { mergeFromRow } from '../account-merge-row.ts';
import type { AccountMerge, MergeSide } from '../../domain/account-merge.ts';
import { mergeSides } from '../../domain/account-merge.ts';
import type { MergeSight } from '../../domain/merge-sight.ts';
import { mergeSightOf } from '../../domain/merge-sight.ts';
import type { Owing } from '../../domain/life-rows.ts';
import { toDbOrNull } from '../instants.ts';
import { ofClientCode } from './issuers.ts';
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

/** Something that moves: a client code with its issuer, and whether it is received at that time. */
export interface MovingNumber {
  readonly clientCode: string;
  readonly issuerName: string;
  readonly isReceived: boolean;
}

/** Who looks: the staff, or somebody by his user id. */
export type MergeViewer = 'staff' | { readonly userId: string };

export interface MergeSeen {
  readonly merge: AccountMerge;
  readonly accounts: Readonly<Record<MergeSide, MergeAccountSeen>>;
  /** What who looks may know of the source; null while it is none of his business (UP-15). */
  readonly source: SourceSeen | null;
}

export interface SourceSeen {
  readonly moves: readonly MovingNumber[];
  /** With how many people the source shares. */
  readonly sharedWith: number;
}

/** The merge with both accounts and what that viewer may know of what it moves, or null. */
export async function mergeSeen(knex: Knex, id: string, viewer: MergeViewer): Promise<MergeSeen | null> {
  const row = await knex('account_merges').where({ id }).first<AccountMergeRow | undefined>();
  return row === undefined ? null : seenFrom(knex, row, viewer);
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
  return Promise.all(rows.map((row) => seenFrom(knex, row, { userId })));
}

/** What staff have to look at: the open ones, the oldest first. */
export async function openMerges(
  knex: Knex,
  { limit, after }: { readonly limit: number; readonly after: string | null },
): Promise<readonly MergeSeen[]> {
  const query = knex('account_merges').whereNull('closed_at');
  if (after !== null) query.where('id', '>', after);
  const rows = (await query.orderBy('id').limit(limit).select()) as AccountMergeRow[];
  return Promise.all(rows.map((row) => seenFrom(knex, row, 'staff')));
}

async function seenFrom(knex: Knex, row: AccountMergeRow, viewer: MergeViewer): Promise<MergeSeen> {
  const [source, target] = await Promise.all(
    [row.source_account_id, row.target_account_id].map((id) => accountSeen(knex, id)),
  );
  if (source === undefined || target === undefined) throw new Error(`no accounts of merge ${row.id}`);
  const [merge, accounts] = [await mergeFromRow(knex, row), { source, target }];
  const isHis = (side: MergeSide) => viewer !== 'staff' && accounts[side].contactId === viewer.userId;
  const sight = mergeSightOf(merge, viewer === 'staff' ? viewer : mergeSides.filter(isHis));
  return { merge, accounts, source: sight === null ? null : await sourceSeen(knex, merge, sight) };
}

/** What moves by that sight. */
export async function sourceSeen(knex: Knex, merge: AccountMerge, sight: MergeSight): Promise<SourceSeen> {
  return {
    moves: await movingNumbers(knex, merge, sight),
    sharedWith: await sharingsSeen(knex, merge, sight),
  };
}

async function sharingsSeen(knex: Knex, merge: AccountMerge, { of, asOf }: MergeSight): Promise<number> {
  if (of === 'moved') {
    const moved = knex('merged_things').where({ merge_id: merge.id }).whereIn('kind', ['sharing', 'ended']);
    return counted(moved);
  }
  const held = knex('sharings').where({ account_id: merge.sourceId }).whereNotNull('accepted_at');
  if (asOf === null) return counted(held.whereNull('revoked_at'));
  const at = toDbOrNull(asOf);
  held.where('accepted_at', '<=', at);
  return counted(held.where((still) => void still.whereNull('revoked_at').orWhere('revoked_at', '>', at)));
}

async function counted(query: Knex.QueryBuilder): Promise<number> {
  const [row] = await query.count<{ n: number }[]>({ n: '*' });
  return row?.n ?? 0;
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

/** By client code. */
async function movingNumbers(
  knex: Knex,
  { id, sourceId }: AccountMerge,
  { of, asOf }: MergeSight,
): Promise<readonly MovingNumber[]> {
  const at = toDbOrNull(asOf);
  const isReceived = 'MAX(r.ended_at IS NULL OR COALESCE(r.ended_at > ?, FALSE)) AS is_received';
  const query = knex('receptions as r')
    .join('client_codes as c', 'c.id', 'r.client_code_id')
    .join('issuer_prefixes as p', ofClientCode)
    .groupBy('c.id', 'c.code', 'p.name')
    .orderBy(['c.code', 'p.name'])
    .select('c.code', 'p.name', knex.raw(isReceived, [at]));
  const moved = knex('merged_things').where({ merge_id: id, kind: 'reception' }).select('thing_id');
  if (of === 'moved') query.whereIn('r.id', moved);
  else query.where('r.account_id', sourceId);
  if (at !== null) query.where('r.consented_at', '<=', at);
  const rows = (await query) as { code: string; name: string; is_received: number }[];
  return rows.map((row) => ({
    clientCode: row.code,
    issuerName: row.name,
    isReceived: row.is_received === 1,
  }));
}
