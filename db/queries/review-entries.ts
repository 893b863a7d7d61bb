/** The grants of a review, each with its holder, its grantor and what was said of it (WF-43). */
import type { Knex } from 'knex';
import type { CalendarDay, Instant } from '../../domain/calendar.ts';
import type { Grantor } from '../../domain/holding.ts';
import type { EntryFacts } from '../../domain/review-entry.ts';
import type { RightBlock } from '../../domain/right-set.ts';
import { actionsColumn, blockFrom, scopeColumn } from '../holding-rows.ts';
import { fromDb, fromDbOrNull } from '../instants.ts';
import { heirsOf, onlyLive } from './grant-heirs.ts';

export interface ReviewEntry extends EntryFacts {
  readonly id: string;
  readonly holdingId: string;
  readonly holderId: string;
  /** The person; null of a router. */
  readonly userId: string | null;
  readonly holderName: string;
  readonly accountId: string;
  readonly accountNumber: string;
  /** Whose account it is. */
  readonly accountCompanyId: string;
  readonly application: string;
  readonly profile: string | null;
  /** As it was when the review began. */
  readonly block: RightBlock;
  readonly grantor: Grantor & { readonly name: string | null };
  readonly grantedAt: Instant;
  readonly lastUsedOn: CalendarDay | null;
  readonly assigneeId: string | null;
  /** What of the grant is in force by now. */
  readonly liveGrantIds: readonly string[];
  /** What was ended by this review. */
  readonly withdrawnGrantIds: readonly string[];
}

interface EntryRow {
  readonly id: string;
  readonly holding_id: string;
  readonly holder_kind: ReviewEntry['holderKind'];
  readonly holder_id: string;
  readonly user_id: string | null;
  readonly holder_name: string | null;
  readonly account_id: string;
  readonly account_number: string;
  readonly account_company_id: string;
  readonly company_id: string;
  readonly application: string;
  readonly profile: string | null;
  readonly actions: string | null;
  readonly scope: string | null;
  readonly grantor_kind: Grantor['kind'];
  readonly grantor_id: string;
  readonly grantor_name: string | null;
  readonly granted_at: Date;
  readonly last_used_on: string | null;
  readonly assignee_id: string | null;
  readonly answer: ReviewEntry['answer'];
  readonly answered_by: string | null;
  readonly answered_at: Date | null;
}

export interface EntriesAsked {
  readonly reviewId: string;
  /** Those named, or a page of all. */
  readonly ids?: readonly string[];
  readonly page?: { readonly after: string; readonly limit: number };
  /** Only those about which somebody still has to say something. */
  readonly isLeft?: boolean;
  readonly assigneeId?: string;
}

/** In the order in which the review lists them. */
export async function reviewEntries(knex: Knex, asked: EntriesAsked): Promise<readonly ReviewEntry[]> {
  const query = knex('access_review_entries as e')
    .join('access_reviews as r', 'r.id', 'e.review_id')
    .join('grants as g', 'g.id', 'e.grant_id')
    .join('holdings as h', 'h.id', 'e.holding_id')
    .join('accounts as a', 'a.id', 'h.account_id')
    .leftJoin('memberships as m', 'm.id', 'e.holder_id')
    .leftJoin('users as u', 'u.id', 'm.user_id')
    .leftJoin('companies as c', 'c.id', 'e.holder_id')
    .leftJoin('users as gu', (join) => join.on('gu.id', 'g.grantor_id').onVal('g.grantor_kind', 'user'))
    .where('e.review_id', asked.reviewId)
    .orderBy('e.id')
    .select('e.id', 'e.holding_id', 'e.holder_kind', 'e.holder_id', 'm.user_id')
    .select(knex.raw('COALESCE(u.name, c.name) AS holder_name'))
    .select('h.account_id', 'a.number as account_number', 'a.company_id as account_company_id')
    .select('r.company_id', 'h.application', 'h.profile', 'g.grantor_kind', 'g.grantor_id', 'g.granted_at')
    .select('gu.name as grantor_name', 'e.last_used_on', 'e.assignee_id', 'e.answer', 'e.answered_by')
    .select('e.answered_at', knex.raw(actionsColumn), knex.raw(scopeColumn));
  if (asked.ids !== undefined) query.whereIn('e.id', [...asked.ids]);
  if (asked.page !== undefined) query.where('e.id', '>', asked.page.after).limit(asked.page.limit);
  if (asked.isLeft === true) onlyLive(query.whereNull('e.answer'), asked.reviewId);
  if (asked.assigneeId !== undefined) query.where('e.assignee_id', asked.assigneeId);
  const rows = (await query) as EntryRow[];
  const heirs = await heirsOf(
    knex,
    rows.map(({ id }) => id),
  );
  return rows.map((row) => entryFrom(row, heirs.get(row.id) ?? []));
}

type Heirs = NonNullable<ReturnType<Awaited<ReturnType<typeof heirsOf>>['get']>>;

function entryFrom(row: EntryRow, heirs: Heirs): ReviewEntry {
  const live = heirs.filter(({ endedAt }) => endedAt === null);
  const withdrawn = heirs.filter(
    ({ endedAt, endReason }) =>
      endReason === 'review' && endedAt !== null && endedAt.getTime() === row.answered_at?.getTime(),
  );
  return {
    id: row.id,
    holdingId: row.holding_id,
    holderKind: row.holder_kind,
    holderId: row.holder_id,
    userId: row.user_id,
    holderName: row.holder_name ?? '',
    isOwnPeople: row.holder_kind === 'user' && row.account_company_id === row.company_id,
    accountId: row.account_id,
    accountNumber: row.account_number,
    accountCompanyId: row.account_company_id,
    application: row.application,
    profile: row.profile,
    block: blockFrom(row.actions, row.scope),
    grantor: { kind: row.grantor_kind, id: row.grantor_id, name: row.grantor_name },
    grantedAt: fromDb(row.granted_at),
    lastUsedOn: row.last_used_on,
    assigneeId: row.assignee_id,
    answer: row.answer,
    answeredBy: row.answered_by,
    answeredAt: fromDbOrNull(row.answered_at),
    isLive: live.length > 0,
    liveGrantIds: live.map(({ grantId }) => grantId),
    withdrawnGrantIds: withdrawn.map(({ grantId }) => grantId),
  };
}
