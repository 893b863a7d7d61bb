/** Between the `rights_requests` row and the domain's request; the blocks and the words stay in the database. */
import type { Knex } from 'knex';
import type { RightSet } from '../domain/right-set.ts';
import type { Desk, RightsRequest, RightsRequestOutcome } from '../domain/rights-request.ts';
import { planForRightsRequest, rightsRequestStage, rightsRequestTerms } from '../domain/rights-request.ts';
import { fromDb, fromDbOrNull, toDb, toDbOrNull } from './instants.ts';
import { outcomeAt } from './outcome-at.ts';
import { peoplePolicyOf } from './policy-sets.ts';

export interface RightsRequestRow {
  readonly id: string;
  readonly brand_id: string;
  readonly company_id: string;
  readonly user_id: string;
  readonly account_id: string;
  readonly application: string;
  readonly profile: string | null;
  readonly asked: string;
  readonly open_rights: string;
  readonly beyond: string;
  readonly is_administrators: number;
  readonly policy_set_id: string;
  readonly version: number;
  readonly asked_at: Date;
  readonly desk: Desk;
  readonly since_at: Date;
  readonly due_at: Date;
  readonly overdue_at: Date | null;
  readonly question_at: Date | null;
  readonly reminded_at: Date | null;
  readonly widened_at: Date | null;
  readonly grantor_id: string | null;
  readonly has_given: number;
  readonly has_refused: number;
  readonly cells: string | null;
  readonly outcome: RightsRequestOutcome | null;
  readonly closed_at: Date | null;
}

export async function rightsRequestFrom(knex: Knex, row: RightsRequestRow): Promise<RightsRequest> {
  const brand = await knex('brands').where({ id: row.brand_id }).first<{ brand_key: string }>('brand_key');
  const { question_at: questionAt } = row;
  return {
    id: row.id,
    brand: brand.brand_key,
    companyId: row.company_id,
    userId: row.user_id,
    isAdministrators: row.is_administrators === 1,
    terms: rightsRequestTerms(await peoplePolicyOf(knex, row.policy_set_id)),
    version: row.version,
    askedAt: fromDb(row.asked_at),
    desk: row.desk,
    since: fromDb(row.since_at),
    dueAt: fromDb(row.due_at),
    overdueAt: fromDbOrNull(row.overdue_at),
    question: questionAt && { at: fromDb(questionAt), remindedAt: fromDbOrNull(row.reminded_at) },
    widenedAt: fromDbOrNull(row.widened_at),
    hasGiven: row.has_given === 1,
    hasRefused: row.has_refused === 1,
    closed: outcomeAt(row.outcome, row.closed_at),
  };
}

/** The columns that change during a case. */
export function rightsRequestColumns(request: RightsRequest): Record<string, unknown> {
  const { desk, question, closed, terms } = request;
  const { inHouseDays, staffHours, zone, version } = terms;
  const rule =
    desk === 'staff'
      ? `UM-25: ${String(staffHours)} opening hours`
      : `WF-05: ${String(inHouseDays)} calendar days in-house`;
  return {
    version: request.version,
    desk,
    since_at: toDb(request.since),
    due_at: toDb(request.dueAt),
    due_rule: `${rule}, ${zone}, policy ${String(version)}`,
    overdue_at: toDbOrNull(request.overdueAt),
    question_at: toDbOrNull(question?.at),
    reminded_at: toDbOrNull(question?.remindedAt),
    widened_at: toDbOrNull(request.widenedAt),
    has_given: request.hasGiven,
    has_refused: request.hasRefused,
    stage: rightsRequestStage(request),
    next_act_at: toDbOrNull(planForRightsRequest(request)?.at),
    outcome: closed?.outcome ?? null,
    closed_at: toDbOrNull(closed?.at),
    ...(closed && { open_key: null }),
  };
}

export function blocksIn(text: string): RightSet {
  return JSON.parse(text) as RightSet;
}
