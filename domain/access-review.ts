/**
 * The yearly look at what a company's people and routers hold (WF-43; decided.md, Other defaults): its administrators keep or
 * withdraw, grant by grant. What nobody answers within 30 days is kept, and staff hear of it. What was withdrawn can be given
 * back for some days by the one who withdrew it; until then the review lives on.
 */
import type { CalendarDay, Instant, Zone } from './calendar.ts';
import { addMonths, endOfDaysAfter } from './calendar.ts';
import type { NextAct } from './next-act.ts';
import type { PeoplePolicy } from './people-policy.ts';
import type { ReviewAnswer } from './review-entry.ts';
import type { Verdict } from './verdict.ts';
import { allow, firstRefusal, refuseState } from './verdict.ts';

export interface ReviewTerms {
  readonly version: number;
  readonly zone: Zone;
  readonly messageSeconds: number;
  readonly everyMonths: number;
  readonly answerDays: number;
  readonly reminderDays: number;
  readonly regrantDays: number;
}

/** `finished`: every grant was answered; `unanswered`: the days were over before that. */
export type ReviewOutcome = 'finished' | 'unanswered';

export interface AccessReview {
  readonly id: string;
  readonly brand: string;
  readonly companyId: string;
  readonly terms: ReviewTerms;
  readonly version: number;
  /** The day on which its year was over: at most one review of a company for each. */
  readonly dueOn: CalendarDay;
  readonly openedAt: Instant;
  readonly endsAt: Instant;
  readonly remindedAt: Instant | null;
  /** Since when nothing is answered any more. */
  readonly decided: { readonly outcome: ReviewOutcome; readonly at: Instant } | null;
  /** Until when something that was withdrawn can be given back; null while nothing was. */
  readonly regrantEndsAt: Instant | null;
  readonly closed: { readonly outcome: ReviewOutcome; readonly at: Instant } | null;
}

export type ReviewAct = NextAct<'remind' | 'end' | 'close'>;

export function reviewTerms({ version, zone, messageSeconds, accessReview }: PeoplePolicy): ReviewTerms {
  return { version, zone, messageSeconds, ...accessReview };
}

/**
 * The last day up to today on which a year (or whatever the policy says) since the first grant was over; null before the
 * first. Counted from the first day, so that a review that begins late moves none of those to come.
 */
export function reviewDueOn(
  firstOn: CalendarDay,
  today: CalendarDay,
  everyMonths: number,
): CalendarDay | null {
  let due: CalendarDay | null = null;
  for (let count = 1; ; count += 1) {
    const next = addMonths(firstOn, count * everyMonths);
    if (next > today) return due;
    due = next;
  }
}

/** A review that begins now. */
export function reviewFrom(
  of: Pick<AccessReview, 'id' | 'brand' | 'companyId' | 'dueOn'>,
  terms: ReviewTerms,
  at: Instant,
): AccessReview {
  const endsAt = endOfDaysAfter(at, terms.answerDays, terms.zone);
  const open = { remindedAt: null, decided: null, regrantEndsAt: null, closed: null };
  return { ...of, terms, version: 1, openedAt: at, endsAt, ...open };
}

/** What happens by itself: a reminder, the end of the days to answer, the end of the days to give back. */
export function planForReview(review: AccessReview): ReviewAct | null {
  const { closed, decided, remindedAt, openedAt, endsAt, regrantEndsAt, terms } = review;
  if (closed) return null;
  if (decided) return { kind: 'close', at: regrantEndsAt ?? decided.at };
  const remindAt = endOfDaysAfter(openedAt, terms.reminderDays, terms.zone);
  return remindedAt === null && remindAt < endsAt
    ? { kind: 'remind', at: remindAt }
    : { kind: 'end', at: endsAt };
}

/** The last instant still counts. */
export function checkReviewOpen(review: AccessReview, at: Instant): Verdict {
  const isOpen = review.closed === null && review.decided === null && at <= review.endsAt;
  return isOpen ? allow : refuseState('access-review.over');
}

/** Only while the life goes on; whether the very grant can still be given back, its entry says. */
function checkReviewLives({ closed }: AccessReview): Verdict {
  return closed === null ? allow : refuseState('access-review.regrant-over');
}

/** Nothing is left open without an answer by a finish; who has no time lets the days pass. */
export function checkFinish(review: AccessReview, left: number, at: Instant): Verdict {
  return firstRefusal(
    checkReviewOpen(review, at),
    left === 0 ? allow : refuseState('access-review.entries-left', { left }),
  );
}

/** Staff tick off what nobody answered, as soon as the days are over. */
export function checkAcknowledge({ decided }: AccessReview): Verdict {
  return decided?.outcome === 'unanswered' ? allow : refuseState('access-review.not-unanswered');
}

/** Answered or handed on: the row counts up. */
export function touched(review: AccessReview): AccessReview {
  return { ...review, version: review.version + 1 };
}

/** Something was withdrawn: for so many days it can be given back. */
export function withdrawn(review: AccessReview, at: Instant): AccessReview {
  const { regrantDays, zone } = review.terms;
  return { ...touched(review), regrantEndsAt: endOfDaysAfter(at, regrantDays, zone) };
}

export function finish(review: AccessReview, at: Instant): AccessReview {
  return decide(review, 'finished', at);
}

/** The row after an act that fell due; `left` counts live grants without an answer. */
export function carryOutReview(
  review: AccessReview,
  kind: ReviewAct['kind'],
  left: number,
  at: Instant,
): AccessReview {
  if (kind === 'remind') return { ...touched(review), remindedAt: at };
  if (kind === 'end') return decide(review, left === 0 ? 'finished' : 'unanswered', at);
  const outcome = review.decided?.outcome ?? 'unanswered';
  return { ...touched(review), closed: { outcome, at } };
}

/** It is over at once where there is nothing to give back. */
function decide(review: AccessReview, outcome: ReviewOutcome, at: Instant): AccessReview {
  const isOver = review.regrantEndsAt === null || review.regrantEndsAt <= at;
  const decided = { outcome, at };
  return { ...touched(review), decided, closed: isOver ? decided : null };
}

export const reviewStages = ['open', 'regrant', 'finished', 'unanswered'] as const;
export type ReviewStage = (typeof reviewStages)[number];

/** `regrant`: answered or over, and what was withdrawn can still be given back. */
export function reviewStage({ closed, decided }: AccessReview): ReviewStage {
  if (closed) return closed.outcome;
  return decided === null ? 'open' : 'regrant';
}

/** What people may ask of a review; more is asked of the single entries under lock. */
export const reviewCommands = {
  answer: checkReviewOpen,
  delegate: checkReviewOpen,
  finish: checkReviewOpen,
  regrant: checkReviewLives,
} as const satisfies Record<string, (review: AccessReview, at: Instant) => Verdict>;
export type ReviewCommandName = keyof typeof reviewCommands;

/** What comes with each: ids and words, nothing personal. */
export interface ReviewInputs {
  readonly answer: {
    readonly answers: readonly { readonly entryId: string; readonly answer: ReviewAnswer }[];
  };
  /** Null: everything that is left. */
  readonly delegate: { readonly userId: string; readonly entryIds: readonly string[] | null };
  readonly finish: null;
  readonly regrant: { readonly entryId: string };
}
