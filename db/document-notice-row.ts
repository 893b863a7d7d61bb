/** Between the `document_notices` row and the domain's notice. */
import type { Knex } from 'knex';
import type { DocumentNotice, Frequency, NoticeOutcome } from '../domain/document-notice.ts';
import { noticeTerms, planForNotice } from '../domain/document-notice.ts';
import { brandKeyOf } from './brand-keys.ts';
import { fromDb, toDb, toDbOrNull } from './instants.ts';
import { outcomeAt } from './outcome-at.ts';
import { documentPolicyOf } from './policy-sets.ts';

export interface DocumentNoticeRow {
  readonly id: string;
  readonly brand_id: string;
  readonly user_id: string;
  readonly policy_set_id: string;
  readonly version: number;
  readonly frequency: Frequency;
  readonly opened_at: Date;
  readonly due_at: Date;
  readonly outcome: NoticeOutcome | null;
  readonly closed_at: Date | null;
}

export async function noticeFrom(knex: Knex, row: DocumentNoticeRow): Promise<DocumentNotice> {
  return {
    id: row.id,
    brand: await brandKeyOf(knex, row.brand_id),
    terms: noticeTerms(await documentPolicyOf(knex, row.policy_set_id)),
    version: row.version,
    frequency: row.frequency,
    openedAt: fromDb(row.opened_at),
    dueAt: fromDb(row.due_at),
    closed: outcomeAt(row.outcome, row.closed_at),
  };
}

export const openKey = (brandId: string, userId: string): string => `${brandId} ${userId}`;

/** The columns that change. */
export function noticeColumns(notice: DocumentNotice, openKey: string): Record<string, unknown> {
  const { frequency, terms, closed } = notice;
  return {
    version: notice.version,
    frequency,
    due_at: toDb(notice.dueAt),
    due_rule: `UP-13: ${frequency}, ${terms.zone}, policy ${String(terms.version)}`,
    next_act_at: toDbOrNull(planForNotice(notice)?.at),
    outcome: closed?.outcome ?? null,
    closed_at: toDbOrNull(closed?.at),
    open_key: closed === null ? openKey : null,
  };
}
