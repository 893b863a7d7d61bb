/**
 * The past after a consent (WF-36; IP-04, UP-10): what was published before comes page by page, from the newest day to the
 * oldest, down to the floor of the brand. It arrives as read, and nothing that was seen before comes twice.
 */
import type { CalendarDay, Instant, Zone } from './calendar.ts';
import type { DocumentPolicy } from './document-policy.ts';
import type { NextAct } from './next-act.ts';
import type { Verdict } from './verdict.ts';
import { allow, firstRefusal, refuseState } from './verdict.ts';

export interface BackfillTerms {
  readonly version: number;
  readonly zone: Zone;
  readonly pageDocuments: number;
}

/** `partial`: staff dropped the rest, or the reception ended before all had come. What came stays. */
export const backfillOutcomes = ['complete', 'partial'] as const;
export type BackfillOutcome = (typeof backfillOutcomes)[number];

export interface HistoryBackfill {
  readonly id: string;
  readonly brand: string;
  readonly receptionId: string;
  readonly terms: BackfillTerms;
  readonly version: number;
  readonly begunAt: Instant;
  /** Everything issued on that day or later has come; null: nothing yet. */
  readonly reachedOn: CalendarDay | null;
  /** The day of the oldest that has come. */
  readonly oldestOn: CalendarDay | null;
  readonly shown: number;
  /** Counted with the first page; null before it. */
  readonly total: number | null;
  readonly pausedAt: Instant | null;
  readonly closed: { readonly outcome: BackfillOutcome; readonly at: Instant } | null;
}

export type BackfillAct = NextAct<'page'>;

export function backfillTerms({ version, zone, backfill }: DocumentPolicy): BackfillTerms {
  return { version, zone, pageDocuments: backfill.pageDocuments };
}

/** The next page is due at once; while staff have paused it, nothing is. */
export function planForBackfill({ closed, pausedAt, begunAt }: HistoryBackfill): BackfillAct | null {
  return closed === null && pausedAt === null ? { kind: 'page', at: begunAt } : null;
}

/** What a page brought: documents that the main contact had not seen, by their days. */
export interface ShownPage {
  readonly count: number;
  readonly oldestOn: CalendarDay | null;
  /** How many were to come, this page included. */
  readonly remaining: number;
  readonly reachedOn: CalendarDay;
}

/** A page is the last when all that remained was on it. */
export function takePage(backfill: HistoryBackfill, page: ShownPage, at: Instant): HistoryBackfill {
  const shown = backfill.shown + page.count;
  return {
    ...next(backfill),
    reachedOn: page.reachedOn,
    oldestOn: page.oldestOn ?? backfill.oldestOn,
    shown,
    total: backfill.total ?? backfill.shown + page.remaining,
    closed: page.count >= page.remaining ? { outcome: 'complete', at } : null,
  };
}

function checkOpen({ closed }: HistoryBackfill): Verdict {
  return closed === null ? allow : refuseState('history-backfill.over');
}

function checkPause(backfill: HistoryBackfill): Verdict {
  return firstRefusal(
    checkOpen(backfill),
    backfill.pausedAt === null ? allow : refuseState('history-backfill.paused'),
  );
}

function checkResume(backfill: HistoryBackfill): Verdict {
  return firstRefusal(
    checkOpen(backfill),
    backfill.pausedAt === null ? refuseState('history-backfill.not-paused') : allow,
  );
}

/** The rest never comes; a reception that begins anew brings it. */
export function dropRest(backfill: HistoryBackfill, at: Instant): HistoryBackfill {
  return { ...next(backfill), pausedAt: null, closed: { outcome: 'partial', at } };
}

interface BackfillCommand {
  readonly check: (backfill: HistoryBackfill) => Verdict;
  readonly event: string;
  readonly apply: (backfill: HistoryBackfill, at: Instant) => HistoryBackfill;
}

/** What staff may ask of it, each with its check and the event it leaves. */
export const backfillCommands = {
  pause: {
    check: checkPause,
    event: 'paused',
    apply: (backfill, at) => ({ ...next(backfill), pausedAt: at }),
  },
  resume: {
    check: checkResume,
    event: 'resumed',
    apply: (backfill) => ({ ...next(backfill), pausedAt: null }),
  },
  drop: { check: checkOpen, event: 'dropped', apply: dropRest },
} as const satisfies Record<string, BackfillCommand>;
export type BackfillCommandName = keyof typeof backfillCommands;

export const backfillStages = ['running', 'paused', ...backfillOutcomes] as const;
export type BackfillStage = (typeof backfillStages)[number];

export function backfillStage({ closed, pausedAt }: HistoryBackfill): BackfillStage {
  if (closed !== null) return closed.outcome;
  return pausedAt === null ? 'running' : 'paused';
}

function next(backfill: HistoryBackfill): HistoryBackfill {
  return { ...backfill, version: backfill.version + 1 };
}
