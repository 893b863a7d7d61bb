/** Requests for rights: from which lives start, what askers and administrators see, and the work list of staff (WF-05). */
import type { Knex } from 'knex';
import type { Instant } from '../../domain/calendar.ts';
import type { Owing } from '../../domain/life-rows.ts';
import type { RightSet } from '../../domain/right-set.ts';
import type { RightsRequest } from '../../domain/rights-request.ts';
import { fromDb, toDb } from '../instants.ts';
import type { RightsRequestRow } from '../rights-request-row.ts';
import { blocksIn, rightsRequestFrom } from '../rights-request-row.ts';
import { withOwed } from './owed-mails.ts';

/** The request as it stands, or null. */
export async function rightsRequestById(knex: Knex, id: string): Promise<Owing<RightsRequest> | null> {
  const row = await knex('rights_requests').where({ id }).first<RightsRequestRow | undefined>();
  return row === undefined ? null : withOwed(knex, await rightsRequestFrom(knex, row));
}

/** Open requests that what happened to a person may concern: his own, and those of the companies he belongs to. */
export function openRightsRequestsAround(knex: Knex, userId: string): Promise<readonly string[]> {
  return knex('rights_requests')
    .whereNull('closed_at')
    .where((either) => {
      either
        .where({ user_id: userId })
        .orWhereIn('company_id', knex('memberships').where({ user_id: userId }).select('company_id'));
    })
    .orderBy('id')
    .pluck('id');
}

/** Open requests of a company: what it may hold has changed. */
export function openRightsRequestsOf(knex: Knex, companyId: string): Promise<readonly string[]> {
  return knex('rights_requests')
    .where({ company_id: companyId })
    .whereNull('closed_at')
    .orderBy('id')
    .pluck('id');
}

/** What somebody wrote, in order. */
export interface RequestWords {
  readonly kind: 'reason' | 'question' | 'answer' | 'decision';
  readonly by: string;
  readonly isStaff: boolean;
  readonly at: Instant;
  readonly text: string;
}

/** A request with what it asks for and what was written. */
export interface RightsRequestCase {
  readonly request: RightsRequest;
  readonly userName: string;
  readonly companyName: string;
  readonly accountId: string;
  readonly accountNumber: string;
  readonly application: string;
  readonly profile: string | null;
  readonly asked: RightSet;
  readonly open: RightSet;
  /** Who is to grant on what staff opened. */
  readonly grantorId: string | null;
  readonly cells: readonly string[];
  readonly words: readonly RequestWords[];
}

type CaseRow = RightsRequestRow & {
  readonly user_name: string;
  readonly company_name: string;
  readonly account_number: string;
};

export async function rightsRequestCase(knex: Knex, id: string): Promise<RightsRequestCase | null> {
  const row = await cases(knex).where('r.id', id).first<CaseRow | undefined>();
  return row === undefined ? null : caseFrom(knex, row);
}

export interface RequestFilter {
  /** Of one person, of one company, or of everybody that is with staff. */
  readonly of: { readonly user_id: string } | { readonly company_id: string } | 'staff';
  /** Closed ones as well; the work list of staff has none. */
  readonly withClosed: boolean;
  readonly limit: number;
  readonly after: readonly [sortedBy: string, id: string] | null;
}

/** The work list of staff by the instant until which they answer, what is overdue first; the others newest first. */
export async function rightsRequestCases(
  knex: Knex,
  { of, withClosed, limit, after }: RequestFilter,
): Promise<readonly RightsRequestCase[]> {
  const query = cases(knex).limit(limit);
  if (!withClosed) query.whereNull('r.closed_at');
  if (of === 'staff') {
    query.where({ 'r.desk': 'staff', 'r.question_at': null }).orderBy(['r.due_at', 'r.id']);
    if (after !== null)
      query.whereRaw('(r.due_at, r.id) > (CAST(? AS DATETIME(6)), ?)', [toDb(after[0]), after[1]]);
  } else {
    const [column, value] = Object.entries(of)[0] ?? ['', ''];
    query.where(`r.${column}`, value).orderBy('r.id', 'desc');
    if (after !== null) query.where('r.id', '<', after[1]);
  }
  const rows = (await query) as CaseRow[];
  return Promise.all(rows.map((row) => caseFrom(knex, row)));
}

function cases(knex: Knex): Knex.QueryBuilder {
  return knex('rights_requests as r')
    .join('users as u', 'u.id', 'r.user_id')
    .join('companies as c', 'c.id', 'r.company_id')
    .join('accounts as a', 'a.id', 'r.account_id')
    .select('r.*', 'u.name as user_name', 'c.name as company_name', 'a.number as account_number');
}

async function caseFrom(knex: Knex, row: CaseRow): Promise<RightsRequestCase> {
  return {
    request: await rightsRequestFrom(knex, row),
    userName: row.user_name,
    companyName: row.company_name,
    accountId: row.account_id,
    accountNumber: row.account_number,
    application: row.application,
    profile: row.profile,
    asked: blocksIn(row.asked),
    open: blocksIn(row.open_rights),
    grantorId: row.grantor_id,
    cells: row.cells?.split('\n') ?? [],
    words: await wordsOf(knex, row.id),
  };
}

async function wordsOf(knex: Knex, requestId: string): Promise<readonly RequestWords[]> {
  const rows: {
    kind: RequestWords['kind'];
    name: string;
    is_staff: number;
    written_at: Date;
    text: string;
  }[] = await knex('rights_request_words as w')
    .join('users as u', 'u.id', 'w.written_by')
    .where('w.request_id', requestId)
    .orderBy('w.version')
    .select('w.kind', 'u.name', 'w.is_staff', 'w.written_at', 'w.text');
  return rows.map(({ kind, name, is_staff, written_at, text }) => ({
    kind,
    by: name,
    isStaff: is_staff === 1,
    at: fromDb(written_at),
    text,
  }));
}
