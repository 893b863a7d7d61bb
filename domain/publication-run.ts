/**
 * One delivery of many documents (WF-33): begun under the issuer's reference, handed in by as many streams as it takes, completed
 * by the issuer. A row is known by its name in the delivery: what was cut off is sent again and goes on where it ended.
 */
import type { Instant, Zone } from './calendar.ts';
import { endOfDaysAfter } from './calendar.ts';
import type { NextAct } from './next-act.ts';
import type { Verdict } from './verdict.ts';
import { allow, refuseState } from './verdict.ts';

export interface RunTerms {
  readonly version: number;
  readonly zone: Zone;
  readonly messageSeconds: number;
  /** Days of silence after which a run that nobody completes is over. */
  readonly openDays: number;
}

export const rowOutcomes = ['published', 'embargoed', 'quarantined', 'known', 'refused'] as const;
export type RowOutcome = (typeof rowOutcomes)[number];

/** `published`: every row was taken in; `partial`: some were refused; `abandoned`: never completed. */
export const runOutcomes = ['published', 'partial', 'abandoned'] as const;
export type RunOutcome = (typeof runOutcomes)[number];

/** `current`: what is issued now. `archive`: what was issued long ago and went out on paper then; nobody is told of it (WF-36). */
export const runKinds = ['current', 'archive'] as const;
export type RunKind = (typeof runKinds)[number];

export interface PublicationRun {
  readonly id: string;
  readonly brand: string;
  readonly issuerId: string;
  readonly reference: string;
  readonly kind: RunKind;
  readonly terms: RunTerms;
  readonly version: number;
  readonly openedAt: Instant;
  /** The last time something was handed in, or the beginning. */
  readonly deliveredAt: Instant;
  readonly closed: { readonly outcome: RunOutcome; readonly at: Instant } | null;
}

export type RunAct = NextAct<'abandon'>;

/** What happens by itself: a run that stays silent is over. */
export function planForRun({ closed, deliveredAt, terms }: PublicationRun): RunAct | null {
  if (closed !== null) return null;
  return { kind: 'abandon', at: endOfDaysAfter(deliveredAt, terms.openDays, terms.zone) };
}

/** More rows, or their completion: until the run is over. The last instant still counts. */
export function checkRunOpen(run: PublicationRun, at: Instant): Verdict {
  const next = planForRun(run);
  return next !== null && at <= next.at ? allow : refuseState('publication-run.over');
}

/** The issuer says that this was all. */
export function completeRun(run: PublicationRun, refused: number, at: Instant): PublicationRun {
  return close(run, refused === 0 ? 'published' : 'partial', at);
}

export function abandonRun(run: PublicationRun, at: Instant): PublicationRun {
  return close(run, 'abandoned', at);
}

function close(run: PublicationRun, outcome: RunOutcome, at: Instant): PublicationRun {
  return { ...run, version: run.version + 1, closed: { outcome, at } };
}

export const runStages = ['open', ...runOutcomes] as const;
export type RunStage = (typeof runStages)[number];

export function runStage({ closed }: PublicationRun): RunStage {
  return closed?.outcome ?? 'open';
}

/** The same reference is the same run: as another kind it would be another one. */
export function checkRunKind(there: RunKind, asked: RunKind): Verdict {
  return there === asked ? allow : refuseState('publication-run.other-kind', { field: 'kind' });
}

export const runCommands = { complete: checkRunOpen } as const;
export type RunCommandName = keyof typeof runCommands;
