/** One grant in a review: what can be said of it, by whom, and whether its holder has used it (WF-43, X-03). */
import type { CalendarDay, Instant, Zone } from './calendar.ts';
import { addMonths, dayOf, endOfDaysAfter } from './calendar.ts';
import type { Revocation } from './granting.ts';
import type { HolderKind } from './right-wish.ts';
import type { Verdict } from './verdict.ts';
import { allow, firstRefusal, refuseRight, refuseState } from './verdict.ts';

/** What an administrator may say; `regranted` is a withdrawal that he took back. */
export const reviewAnswers = ['keep', 'withdraw', 'deactivate'] as const;
export type ReviewAnswer = (typeof reviewAnswers)[number];
export const entryStates = ['open', 'keep', 'withdraw', 'deactivate', 'regranted', 'gone'] as const;
/** `gone`: the grant ended without this review. */
export type EntryState = (typeof entryStates)[number];

export interface EntryFacts {
  readonly holderKind: Exclude<HolderKind, 'company'>;
  /** Whether the holder works for the company that owns the account. */
  readonly isOwnPeople: boolean;
  readonly answer: ReviewAnswer | 'regranted' | null;
  readonly answeredBy: string | null;
  readonly answeredAt: Instant | null;
  /** Whether anything of the grant is still in force. */
  readonly isLive: boolean;
}

export function entryState({ answer, isLive }: Pick<EntryFacts, 'answer' | 'isLive'>): EntryState {
  if (answer === null || answer === 'keep') return isLive ? (answer ?? 'open') : 'gone';
  return answer;
}

/** Whether anybody still has to say something. */
export const isLeft = (entry: Pick<EntryFacts, 'answer' | 'isLive'>): boolean => entryState(entry) === 'open';

/**
 * What can be said of it: own people's rights are withdrawn one by one, or, where the brand does not do that, only the whole
 * person is deactivated; routers' always one by one, and staff always may (X-03; decided.md, Rights).
 */
export function answersFor(
  { holderKind, isOwnPeople }: Pick<EntryFacts, 'holderKind' | 'isOwnPeople'>,
  revocation: Revocation,
  isStaff: boolean,
): readonly ReviewAnswer[] {
  const isByOne = holderKind === 'router' || !isOwnPeople || revocation === 'individual';
  if (isByOne) return ['keep', 'withdraw'];
  return isStaff ? ['keep', 'withdraw', 'deactivate'] : ['keep', 'deactivate'];
}

/** Refuses `access-review.answer-not-offered`, `access-review.grant-over`. */
export function checkEntryAnswer(
  entry: EntryFacts,
  answer: ReviewAnswer,
  revocation: Revocation,
  isStaff: boolean,
): Verdict {
  const allowed = answersFor(entry, revocation, isStaff);
  return firstRefusal(
    allowed.includes(answer) ? allow : refuseState('access-review.answer-not-offered', { allowed }),
    entry.isLive ? allow : refuseState('access-review.grant-over'),
  );
}

/** Given back within the days, by who withdrew it; whether he may still give it the engine says. */
export function checkRegrant(
  { answer, answeredBy, answeredAt }: EntryFacts,
  actorId: string,
  { regrantDays, zone }: { readonly regrantDays: number; readonly zone: Zone },
  at: Instant,
): Verdict {
  if (answer !== 'withdraw' || answeredAt === null) return refuseState('access-review.not-withdrawn');
  const latest = endOfDaysAfter(answeredAt, regrantDays, zone);
  return firstRefusal(
    answeredBy === actorId ? allow : refuseRight('access-review.withdrawn-by-other'),
    at <= latest ? allow : refuseState('access-review.regrant-over', { latest }),
  );
}

export const usages = ['used', 'unused', 'not-known'] as const;
/** `not-known`: the house does not serve the application, or the holder is a company whose people it does not see at work. */
export type Usage = (typeof usages)[number];

/**
 * Used: the holder was let through by this application within the months before the review began, and not before the grant.
 * It is known of the whole application, not of the single right.
 */
export function usageOf(
  lastUsedOn: CalendarDay | null,
  { isServed, grantedAt, openedAt }: { isServed: boolean; grantedAt: Instant; openedAt: Instant },
  { everyMonths, zone }: { readonly everyMonths: number; readonly zone: Zone },
): Usage {
  if (!isServed) return 'not-known';
  if (lastUsedOn === null) return 'unused';
  const since = addMonths(dayOf(openedAt, zone), -everyMonths);
  return lastUsedOn >= since && lastUsedOn >= dayOf(grantedAt, zone) ? 'used' : 'unused';
}
