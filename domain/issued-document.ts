/**
 * Invoices and credit notes that an issuer published (WF-33): what must be known of one, how it goes out, and who sees it. A
 * number comes once an issuer: the same document again is no news, another one under the number is refused, and so is any under the
 * number of a withdrawn one: what takes its place is its correction.
 */
import type { CalendarDay, Instant, Zone } from './calendar.ts';
import { addDays, addMonths, dayOf, startOfDay } from './calendar.ts';
import type { Verdict } from './verdict.ts';
import { allow, refuseState, refuseValue } from './verdict.ts';

export const documentKinds = ['invoice', 'credit-note'] as const;
export type DocumentKind = (typeof documentKinds)[number];

/** How it went out: fixed when it is issued, whatever is chosen later (WF-32). */
export const documentChannels = ['electronic', 'paper'] as const;
export type DocumentChannel = (typeof documentChannels)[number];

/** What is printed on it. */
export interface DocumentData {
  readonly number: string;
  readonly kind: DocumentKind;
  /** Prefix and customer number, as the issuer writes it. */
  readonly clientCode: string;
  readonly issuedOn: CalendarDay;
  readonly dueOn: CalendarDay | null;
  /** VAT included, signed as printed. */
  readonly totalCents: number;
  readonly currency: string;
  /** Number of the document it corrects; that one may come later. */
  readonly refersTo: string | null;
}

/** When it becomes visible: at once (null), or at the start of that day in the brand's zone. */
export function visibleFrom(day: CalendarDay | null, now: Instant, zone: Zone): Instant | null {
  if (day === null) return null;
  const from = startOfDay(day, zone);
  return from > now ? from : null;
}

/** Nobody sees a document before the day it bears. */
export function checkIssuedOn(
  issuedOn: CalendarDay,
  embargoUntil: CalendarDay | null,
  now: Instant,
  zone: Zone,
): Verdict {
  const today = dayOf(now, zone);
  const shownOn = embargoUntil !== null && embargoUntil > today ? embargoUntil : today;
  return issuedOn <= shownOn
    ? allow
    : refuseValue('issued-document.dated-later', { field: 'issuedOn', latest: shownOn });
}

/**
 * Paper unless the client receives it here, or the law demands a structured invoice (decided.md). An archive went out on paper when
 * it was issued, whatever is received now (WF-36).
 */
export function channelFor(
  isReceived: boolean,
  isArchived: boolean,
  isPaperRefused: boolean,
): DocumentChannel {
  return !isArchived && (isReceived || isPaperRefused) ? 'electronic' : 'paper';
}

/** An archive brings what went out long ago: dated before today, and kept back from nobody (WF-36). */
export function checkArchived(
  issuedOn: CalendarDay,
  embargoUntil: CalendarDay | null,
  today: CalendarDay,
): Verdict {
  if (embargoUntil !== null) return refuseValue('issued-document.not-archived', { field: 'embargoUntil' });
  return issuedOn < today ? allow : refuseValue('issued-document.not-archived', { field: 'issuedOn' });
}

/** The one that holds the number already, as far as it has to be compared. */
export interface NumberHolder {
  readonly id: string;
  readonly contentHash: string;
  readonly withdrawnAt: Instant | null;
  readonly visibleFromAt: Instant | null;
}

/** What an issuer hands in: its content, and from when on it would be seen; null for at once. */
export interface HandedIn {
  readonly contentHash: string;
  readonly visibleFromAt: Instant | null;
}

/**
 * The same content under the number is the same document, unless that one is withdrawn: nobody would see it. Other content is
 * refused, and so is another day from which it is to be seen: it would have to correct it (decision 85).
 */
export function checkNumber(holder: NumberHolder | null, handedIn: HandedIn, at: Instant): Verdict {
  if (holder === null) return allow;
  const held = { field: 'number', documentId: holder.id };
  if (holder.withdrawnAt !== null) return refuseState('issued-document.withdrawn', held);
  if (holder.contentHash !== handedIn.contentHash) return refuseState('issued-document.number-taken', held);
  return waitsUntil(holder, at) === handedIn.visibleFromAt
    ? allow
    : refuseState('issued-document.other-embargo', { ...held, field: 'embargoUntil' });
}

/** Null for what has no day, or one that has come. */
function waitsUntil({ visibleFromAt }: Pick<NumberHolder, 'visibleFromAt'>, at: Instant): Instant | null {
  return visibleFromAt !== null && visibleFromAt > at ? visibleFromAt : null;
}

/** As much of a document as decides whether it is seen. */
export interface DocumentStanding {
  /** Null: in quarantine. */
  readonly clientCodeId: string | null;
  readonly issuedOn: CalendarDay;
  /** When the issuer handed it in. */
  readonly publishedAt: Instant;
  readonly visibleFromAt: Instant | null;
  readonly withdrawnAt: Instant | null;
  readonly destroyedAt: Instant | null;
}

/** Through what a person sees the documents of one client code: a reception of his account, or one that is shared with him. */
export interface Sight {
  readonly clientCodeId: string;
  /** Nothing older. */
  readonly floorOn: CalendarDay;
  /** The end of the reception: what was published while it lasted stays (decided.md). */
  readonly endedAt: Instant | null;
  /** What was published before the consent is still coming (WF-36); null when all of it has. */
  readonly history: History | null;
}

/** Of what was published by then, only what was issued on that day or later; of nothing yet: null. */
export interface History {
  readonly publishedBy: Instant;
  readonly reachedOn: CalendarDay | null;
}

/** Published and in force: no embargo, not withdrawn, not destroyed. */
export function isOut(document: DocumentStanding, at: Instant): boolean {
  const { clientCodeId, visibleFromAt, withdrawnAt, destroyedAt } = document;
  const isShown = visibleFromAt === null || visibleFromAt <= at;
  return clientCodeId !== null && isShown && withdrawnAt === null && destroyedAt === null;
}

/** Whether somebody with these sights sees it now (WF-33 to WF-36). `db/queries/sights.ts` asks the same in SQL. */
export function isSeen(document: DocumentStanding, sights: readonly Sight[], at: Instant): boolean {
  if (!isOut(document, at)) return false;
  return sights.some(
    ({ clientCodeId, floorOn, endedAt, history }) =>
      clientCodeId === document.clientCodeId &&
      document.issuedOn >= floorOn &&
      (endedAt === null || document.publishedAt <= endedAt) &&
      hasCome(document, history),
  );
}

function hasCome({ issuedOn, publishedAt }: DocumentStanding, history: History | null): boolean {
  if (history === null || publishedAt > history.publishedBy) return true;
  return history.reachedOn !== null && issuedOn >= history.reachedOn;
}

/** How far back a brand shows (IP-04, UP-10): so many years, rolling; or since the contract, and never before a day. */
export interface HistoryRule {
  readonly floor: 'years' | 'contract';
  readonly years: number;
  readonly earliestOn: CalendarDay;
}

export function historyFloor(
  { floor, years, earliestOn }: HistoryRule,
  contractStartedOn: CalendarDay | null,
  today: CalendarDay,
): CalendarDay {
  if (floor === 'years') return addMonths(today, -12 * years);
  return contractStartedOn !== null && contractStartedOn > earliestOn ? contractStartedOn : earliestOn;
}

/** The first day on which it lies before the rolling floor; null where the floor stands still. */
export function hiddenOn(issuedOn: CalendarDay, rule: HistoryRule): CalendarDay | null {
  if (rule.floor === 'contract') return null;
  let day = addMonths(issuedOn, 12 * rule.years);
  while (historyFloor(rule, null, day) <= issuedOn) day = addDays(day, 1);
  return day;
}

/** Only what is still in force can be withdrawn or corrected; withdrawn again it is the same. */
export function checkInForce({
  withdrawnAt,
  destroyedAt,
}: Pick<DocumentStanding, 'withdrawnAt' | 'destroyedAt'>): Verdict {
  if (destroyedAt !== null) return refuseState('issued-document.destroyed');
  return withdrawnAt === null ? allow : refuseState('issued-document.withdrawn');
}

/** A correction takes the place of the last document under the number, withdrawn or not. */
export function checkCorrectable({
  destroyedAt,
  holdsNumber,
}: Pick<DocumentStanding, 'destroyedAt'> & { readonly holdsNumber: boolean }): Verdict {
  if (destroyedAt !== null) return refuseState('issued-document.destroyed');
  return holdsNumber ? allow : refuseState('issued-document.superseded');
}

/**
 * A correction says something else; what was withdrawn by mistake may come back as it was. Of what is still waiting, for its day or
 * for staff, the day may move instead: `visibleFromAt` is when the correction would be seen, null for at once.
 */
export function checkCorrection(
  before: DocumentStanding & NumberHolder,
  corrected: HandedIn,
  at: Instant,
): Verdict {
  if (before.contentHash !== corrected.contentHash || before.withdrawnAt !== null) return allow;
  return !isOut(before, at) && waitsUntil(before, at) !== corrected.visibleFromAt
    ? allow
    : refuseState('issued-document.unchanged', { documentId: before.id });
}
