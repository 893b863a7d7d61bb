/**
 * What people may ask a mail item to do. Each command names its check and its effect; the workflow's validator asks
 * the check before anything is written, the change asks it again under lock and takes the effect.
 */
import type { Instant } from './calendar.ts';
import { checkDecision, takeDecision } from './decision.ts';
import { checkHold, checkRelease, hold, release } from './hold.ts';
import type { DecisionRequest, MailItem, PaperOutcome } from './mail-item.ts';
import { isSameDecision } from './mail-item.ts';
import type { Cents } from './money.ts';
import type { Outcome } from './outcome.ts';
import type { Format } from './policy.ts';
import {
  acceptQuote,
  checkCorrection,
  checkQuote,
  checkQuoteAcceptance,
  correctFacts,
  offerQuote,
} from './quote.ts';
import type { FailureReason, TaskSeen } from './site-task.ts';
import {
  beginTask,
  checkBegin,
  checkComplete,
  checkFail,
  completeTask,
  reopenAfterFailure,
} from './site-task.ts';
import type { Verdict } from './verdict.ts';

/** Ids, days, instants and cents only: names and free text stay in the business database. */
export interface CommandInputs {
  readonly decide: { readonly asked: DecisionRequest; readonly version: number };
  readonly acceptQuote: { readonly version: number };
  readonly beginTask: { readonly seen?: TaskSeen };
  readonly completeTask: {
    readonly seen?: TaskSeen;
    readonly happenedAt: Instant;
    readonly outcome: PaperOutcome | null;
  };
  readonly failTask: { readonly seen?: TaskSeen; readonly reason: FailureReason };
  readonly hold: object;
  readonly release: object;
  readonly correctFacts: { readonly weightGrams: number; readonly format: Format };
  readonly offerQuote: { readonly cents: Cents };
}
export type CommandName = keyof CommandInputs;

export interface Command<Input> {
  /** Asked twice with the same item: before acceptance and under lock. `at` is when the message was received. */
  readonly check: (item: MailItem, input: Input, at: Instant) => Verdict;
  /** True when the item is already as asked: then nothing is written. */
  readonly isDone: (item: MailItem, input: Input) => boolean;
  /** `reversibleCents`: storage charged for periods that start at or after `happenedAt`. */
  readonly apply: (item: MailItem, input: Input, at: Instant, reversibleCents: Cents) => Outcome;
}

const never = (): boolean => false;

export const commands: { readonly [Name in CommandName]: Command<CommandInputs[Name]> } = {
  decide: {
    check: (item, { asked, version }, at) => checkDecision(item, asked, version, at),
    isDone: (item, { asked }) => isSameDecision(item, asked),
    apply: (item, { asked }, at) => takeDecision(item, asked, at),
  },
  acceptQuote: {
    check: (item, { version }) => checkQuoteAcceptance(item, version),
    isDone: never,
    apply: (item) => acceptQuote(item),
  },
  beginTask: {
    check: (item, { seen }, at) => checkBegin(item, at, seen),
    isDone: never,
    apply: (item, _input, at) => beginTask(item, at),
  },
  completeTask: {
    check: (item, { seen, happenedAt, outcome }, at) => checkComplete(item, happenedAt, outcome, at, seen),
    isDone: never,
    apply: (item, { happenedAt, outcome }, _at, reversibleCents) =>
      completeTask(item, happenedAt, outcome, reversibleCents),
  },
  failTask: {
    check: (item, { seen }) => checkFail(item, seen),
    isDone: never,
    apply: (item, { reason }, at) => reopenAfterFailure(item, at, reason),
  },
  hold: { check: (item) => checkHold(item), isDone: never, apply: (item, _input, at) => hold(item, at) },
  release: {
    check: (item) => checkRelease(item),
    isDone: never,
    apply: (item, _input, at) => release(item, at),
  },
  correctFacts: {
    check: (item) => checkCorrection(item),
    isDone: (item, { weightGrams, format }) => item.weightGrams === weightGrams && item.format === format,
    apply: (item, { weightGrams, format }) => correctFacts(item, weightGrams, format),
  },
  offerQuote: {
    check: (item) => checkQuote(item),
    isDone: never,
    apply: (item, { cents }) => offerQuote(item, cents),
  },
};
