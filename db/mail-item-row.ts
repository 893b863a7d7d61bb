/** Between the `mail_items` row and the domain's mail item; the row's context comes from `mail-item-context.ts`. */
import type {
  Decision,
  DecisionKind,
  DecisionRequest,
  MailItem,
  PaperOutcome,
  PrimaryOption,
} from '../domain/mail-item.ts';
import { stageFor } from '../domain/mail-item.ts';
import { nextTimerAct } from '../domain/plan.ts';
import type { Format, Manner } from '../domain/policy.ts';
import { decisionDueAt } from '../domain/storage.ts';
import { fromDb, fromDbOrNull, toDb, toDbOrNull } from './instants.ts';
import { outcomeAt } from './outcome-at.ts';
import type { MailItemContext } from './mail-item-context.ts';

export interface MailItemRow {
  readonly id: string;
  readonly brand_id: string;
  readonly company_id: string;
  readonly postbox_id: string;
  readonly site_id: string;
  readonly policy_set_id: string;
  readonly site_reference: string;
  readonly scan_sha256: string;
  readonly addressee_id: string | null;
  readonly sender_line: string | null;
  readonly weight_grams: number;
  readonly format: Format;
  readonly received_at: Date;
  readonly published_at: Date;
  readonly primary_option: PrimaryOption;
  readonly stage: string;
  readonly version: number;
  readonly due_at: Date;
  readonly due_rule: string;
  readonly undecided_since_at: Date;
  readonly decision_kind: DecisionKind | null;
  readonly decision_manner: Manner | null;
  readonly decision_on: string | null;
  readonly decision_until: string | null;
  readonly decision_received_at: Date | null;
  readonly planned_on: string | null;
  readonly changeable_until_at: Date | null;
  readonly collect_by_at: Date | null;
  readonly released_at: Date | null;
  readonly free_until_at: Date | null;
  readonly late_from_at: Date | null;
  readonly late_until_at: Date | null;
  readonly next_period: number;
  readonly charged_periods: number;
  readonly storage_ended_at: Date | null;
  readonly held_since_at: Date | null;
  readonly hold_reason: string | null;
  readonly quote_cents: number | null;
  readonly quote_is_accepted: number;
  readonly quote_country: string | null;
  readonly cost_cents: number;
  readonly outcome: PaperOutcome | null;
  readonly closed_at: Date | null;
}

export function mailItemFrom(row: MailItemRow, context: MailItemContext): MailItem {
  const lateFrom = fromDbOrNull(row.late_from_at);
  const lateUntil = fromDbOrNull(row.late_until_at);
  return {
    id: row.id,
    brand: context.brand,
    companyId: row.company_id,
    postboxId: row.postbox_id,
    siteId: row.site_id,
    policy: context.policy,
    site: context.site,
    version: row.version,
    primaryOption: row.primary_option,
    allowed: context.allowed,
    publishedAt: fromDb(row.published_at),
    dueAt: fromDb(row.due_at),
    undecidedSince: fromDb(row.undecided_since_at),
    decision: decisionFrom(row),
    freeUntil: fromDbOrNull(row.free_until_at),
    lateGrace: lateFrom !== null && lateUntil !== null ? { from: lateFrom, until: lateUntil } : null,
    nextPeriod: row.next_period,
    chargedPeriods: row.charged_periods,
    storageEndedAt: fromDbOrNull(row.storage_ended_at),
    task: context.task,
    heldSince: fromDbOrNull(row.held_since_at),
    weightGrams: row.weight_grams,
    format: row.format,
    destinationCountry: context.destinationCountry,
    quote:
      row.quote_cents === null
        ? null
        : { cents: row.quote_cents, isAccepted: row.quote_is_accepted === 1, country: row.quote_country },
    costCents: row.cost_cents,
    remindedFor: context.remindedFor,
    toTell: context.toTell,
    closed: outcomeAt(row.outcome, row.closed_at),
  };
}

function decisionFrom(row: MailItemRow): Decision | null {
  if (row.decision_kind === null || row.decision_received_at === null) return null;
  return {
    asked: requestFrom(row, row.decision_kind),
    receivedAt: fromDb(row.decision_received_at),
    plannedOn: row.planned_on,
    changeableUntil: fromDbOrNull(row.changeable_until_at),
    collectBy: fromDbOrNull(row.collect_by_at),
    releasedAt: fromDbOrNull(row.released_at),
  };
}

function requestFrom(row: MailItemRow, kind: DecisionKind): DecisionRequest {
  const manner = row.decision_manner ?? 'standard';
  switch (kind) {
    case 'forward-now':
      return { kind, manner };
    case 'forward-on-date':
      return { kind, on: present(row.decision_on, row.id), manner };
    case 'keep':
      return { kind, until: present(row.decision_until, row.id) };
    case 'pick-up':
    case 'destroy':
      return { kind };
  }
}

function present(day: string | null, id: string): string {
  if (day === null) throw new Error(`mail item ${id} has a decision without its day`);
  return day;
}

/** The columns that change during a life. */
export function columnsOf(item: MailItem): Record<string, unknown> {
  const asked = item.decision?.asked;
  return {
    stage: stageFor(item),
    version: item.version,
    due_at: toDb(item.dueAt),
    undecided_since_at: toDb(item.undecidedSince),
    decision_kind: asked?.kind ?? null,
    decision_manner: asked && 'manner' in asked ? asked.manner : null,
    decision_on: asked?.kind === 'forward-on-date' ? asked.on : null,
    decision_until: asked?.kind === 'keep' ? asked.until : null,
    decision_received_at: toDbOrNull(item.decision?.receivedAt),
    planned_on: item.decision?.plannedOn ?? null,
    changeable_until_at: toDbOrNull(item.decision?.changeableUntil),
    collect_by_at: toDbOrNull(item.decision?.collectBy),
    released_at: toDbOrNull(item.decision?.releasedAt),
    free_until_at: toDbOrNull(item.freeUntil),
    late_from_at: toDbOrNull(item.lateGrace?.from),
    late_until_at: toDbOrNull(item.lateGrace?.until),
    next_period: item.nextPeriod,
    charged_periods: item.chargedPeriods,
    storage_ended_at: toDbOrNull(item.storageEndedAt),
    held_since_at: toDbOrNull(item.heldSince),
    weight_grams: item.weightGrams,
    format: item.format,
    quote_cents: item.quote?.cents ?? null,
    quote_is_accepted: item.quote?.isAccepted ?? false,
    quote_country: item.quote?.country ?? null,
    cost_cents: item.costCents,
    next_act_at: toDbOrNull(nextTimerAct(item)?.at),
    decision_due_at: toDbOrNull(decisionDueAt(item)),
    outcome: item.closed?.outcome ?? null,
    closed_at: toDbOrNull(item.closed?.at),
  };
}
