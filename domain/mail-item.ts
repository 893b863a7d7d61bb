/** A mail item: the paper at the site, what was decided about it, and what its life still has to do. */
import type { CalendarDay, Instant, SiteCalendar } from './calendar.ts';
import type { Cents } from './money.ts';
import type { Format, Manner, Policy } from './policy.ts';
import type { Verdict } from './verdict.ts';
import { allow, refuseState } from './verdict.ts';

export const decisionKinds = ['forward-now', 'forward-on-date', 'keep', 'pick-up', 'destroy'] as const;
export type DecisionKind = (typeof decisionKinds)[number];

/** What happens to every item of a box unless somebody decides otherwise (PP-02). */
export const primaryOptions = ['scan', 'forward', 'store'] as const;
export type PrimaryOption = (typeof primaryOptions)[number];

/** What a customer asks for (PP-08, PP-10). Days are days of the brand's zone, a forwarding day one of the site's. */
export type DecisionRequest =
  | { readonly kind: 'forward-now'; readonly manner: Manner }
  | { readonly kind: 'forward-on-date'; readonly on: CalendarDay; readonly manner: Manner }
  | { readonly kind: 'keep'; readonly until: CalendarDay }
  | { readonly kind: 'pick-up' }
  | { readonly kind: 'destroy' };

export interface Decision {
  readonly asked: DecisionRequest;
  /** When it counts as received: the API's stamp, or the start of a period we were late for. */
  readonly receivedAt: Instant;
  /** The working day of the site on which it is carried out; null for `keep`. */
  readonly plannedOn: CalendarDay | null;
  /** Promised last instant for a change of mind; null while only the hand-over ends it. */
  readonly changeableUntil: Instant | null;
  /** Pick-up: end of the collection window, from which storage is charged again. */
  readonly collectBy: Instant | null;
  /** Forwarding: when the address was found valid and the site may ship. */
  readonly releasedAt: Instant | null;
}

export type TaskKind = 'ship' | 'hand-over' | 'destroy' | 'review';

/** What the site has to do with the paper; the life has at most one open task. */
export interface Task {
  readonly kind: TaskKind;
  readonly dueOn: CalendarDay;
  readonly state: 'planned' | 'begun';
}

export const outcomes = ['forwarded', 'handed-over', 'destroyed'] as const;
export type PaperOutcome = (typeof outcomes)[number];

export type NoticeKind =
  | 'arrived'
  | 'reminder'
  | 'storage-started'
  | 'storage-ended'
  | 'left'
  | 'handed-over'
  | 'destroyed'
  | 'forwarding-failed'
  | 'address-changed'
  | 'plan-changed'
  | 'keep-ended'
  | 'late-grace'
  | 'quote-offered';

/** A mail that is owed to the customer; its key makes it one mail however often it is tried. */
export interface Notice {
  readonly key: string;
  readonly kind: NoticeKind;
}

/** Time given to the customer because a timer of ours was late (decided.md, Time). */
export interface LateGrace {
  /** Start of the first period we were late for: a decision inside counts as received then. */
  readonly from: Instant;
  readonly until: Instant;
}

/** A price that the tariff does not know, offered by staff for sending the letter to one country. */
export interface Quote {
  readonly cents: Cents;
  readonly isAccepted: boolean;
  readonly country: string | null;
}

export interface MailItem {
  readonly id: string;
  readonly brand: string;
  readonly companyId: string;
  readonly postboxId: string;
  readonly siteId: string;
  readonly policy: Policy;
  readonly site: SiteCalendar & { readonly country: string };
  readonly version: number;
  readonly primaryOption: PrimaryOption;
  readonly allowed: readonly DecisionKind[];
  /** Commit of the intake row: anchor of the decision period. */
  readonly publishedAt: Instant;
  /** End of the decision period; storage period 1 starts here. */
  readonly dueAt: Instant;
  readonly undecidedSince: Instant;
  readonly decision: Decision | null;
  /** No storage before this instant, after a failure of ours. */
  readonly freeUntil: Instant | null;
  readonly lateGrace: LateGrace | null;
  /** The first storage period whose start has not been settled yet, from 1 to periods + 1. */
  readonly nextPeriod: number;
  /** How many periods have been charged, ever. */
  readonly chargedPeriods: number;
  readonly storageEndedAt: Instant | null;
  readonly task: Task | null;
  readonly heldSince: Instant | null;
  readonly weightGrams: number;
  readonly format: Format;
  /** Country of the forwarding address; null while the box has none. */
  readonly destinationCountry: string | null;
  readonly quote: Quote | null;
  /** Storage and fees charged so far, reversals deducted. */
  readonly costCents: Cents;
  /** Instants for which a reminder has gone out. */
  readonly remindedFor: readonly Instant[];
  readonly toTell: readonly Notice[];
  readonly closed: { readonly outcome: PaperOutcome; readonly at: Instant } | null;
}

/** What changes during a life; the policy is pinned at its start and travels once. */
export type MailItemState = Omit<MailItem, 'policy'>;

export const stages = [
  'undecided',
  'kept',
  'forwarding',
  'pick-up',
  'destruction',
  'in-hand',
  'review',
  'on-hold',
  ...outcomes,
] as const;
export type Stage = (typeof stages)[number];

const stageOfDecision: Readonly<Record<DecisionKind, Stage>> = {
  'forward-now': 'forwarding',
  'forward-on-date': 'forwarding',
  keep: 'kept',
  'pick-up': 'pick-up',
  destroy: 'destruction',
};

/** The one word for where the paper stands: in lists, in the search attribute, in mails. */
export function stageFor(item: MailItemState): Stage {
  if (item.closed) return item.closed.outcome;
  if (item.heldSince) return 'on-hold';
  if (item.task?.state === 'begun') return 'in-hand';
  if (item.decision) return stageOfDecision[item.decision.asked.kind];
  if (item.storageEndedAt) return 'review';
  return item.primaryOption === 'store' ? 'kept' : 'undecided';
}

/** Whether anything may still be done with the paper: it is here, and no hold is on it. */
export function checkOpen(item: MailItem): Verdict {
  if (item.closed) return refuseState('mail-item.closed', { outcome: item.closed.outcome });
  return item.heldSince ? refuseState('mail-item.on-hold') : allow;
}

/** Whether its customer may still act: open, and nobody at the site has begun. */
export function checkChangeable(item: MailItem): Verdict {
  const open = checkOpen(item);
  if (!open.ok) return open;
  return item.task?.state === 'begun' ? refuseState('mail-item.begun') : allow;
}

/** An older version means that the caller acts on facts that no longer hold. */
export function checkVersion(item: MailItem, seenVersion: number): Verdict {
  return seenVersion === item.version
    ? allow
    : refuseState('mail-item.version-stale', { version: item.version });
}

/** Whether the paper is to be sent on, now or on a date. */
export function isForwarding(item: MailItem): boolean {
  return item.decision?.asked.kind === 'forward-now' || item.decision?.asked.kind === 'forward-on-date';
}

/** The same wish in the same words: taking it again changes nothing. */
export function isSameDecision(item: MailItem, asked: DecisionRequest): boolean {
  const present = item.decision?.asked;
  if (!present || present.kind !== asked.kind) return false;
  return (Object.keys(asked) as (keyof DecisionRequest)[]).every((field) => present[field] === asked[field]);
}
