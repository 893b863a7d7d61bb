/**
 * What every life does: it shows what it waits for, takes commands in turn with its own acts, carries out what the
 * plan says when it falls due, and sends the mails its row owes. The rules of one life are handed in.
 */
import type { SignalDefinition, UpdateDefinition } from '@temporalio/common';
import {
  allHandlersFinished,
  ApplicationFailure,
  CancellationScope,
  condition,
  setCurrentDetails,
  setHandler,
  sleep,
  upsertSearchAttributes,
  workflowInfo,
} from '@temporalio/workflow';
import type { Instant } from '../domain/calendar.ts';
import { epochOf, instantOf, plusMilliseconds } from '../domain/calendar.ts';
import type { Verdict } from '../domain/verdict.ts';
import type { ActKind } from '../texts/acts.ts';
import { actName, carryingOut } from '../texts/life.ts';
import type { Standing } from './attributes.ts';
import { standingAttributes } from './attributes.ts';

/** Anything with a version: the row as a change returned it. */
interface Versioned {
  readonly version: number;
}

/** An act of a plan, as far as a life needs to know it. */
export interface DueAct {
  readonly at: Instant;
  /** When the timer rings: late enough for a message received at or before `at` to have arrived. */
  readonly ringsAt: Instant;
  /** What the timer is called in the Temporal UI. */
  readonly name: string;
}

/** The rules of one kind of life; every one of them is a question to the domain or an activity. */
export interface LifeRules<State extends Versioned, Act extends DueAct> {
  readonly next: (state: State) => Act | null;
  readonly carryOut: (act: Act, at: Instant) => Promise<State>;
  readonly isOver: (state: State) => boolean;
  readonly standing: (state: State, next: Act | null) => Standing;
  /** One plain sentence for staff: waits for what, until when, what then, what it has cost. */
  readonly details: (state: State, next: Act | null) => string;
  /** Keys of the mails the row owes. */
  readonly owed: (state: State) => readonly string[];
  readonly tell: (key: string) => Promise<void>;
}

/** When the timer of a planned act rings and what it is called (decided.md, Time: received at the due instant wins). */
export function timing(
  act: { readonly at: Instant; readonly kind: ActKind },
  messageSeconds: number,
): DueAct {
  return timed(act.at, actName(act.kind), messageSeconds);
}

/** The same for an act of a life that has names of its own. */
export function timed(at: Instant, name: string, messageSeconds: number): DueAct {
  return { at, ringsAt: plusMilliseconds(at, messageSeconds * 1_000), name };
}

const now = (): Instant => instantOf(Date.now());

export class Life<State extends Versioned, Act extends DueAct> {
  state: State;
  private readonly rules: LifeRules<State, Act>;
  private handsAtWork = 0;
  private changes = 0;
  private timer: { readonly at: Instant; readonly scope: CancellationScope; isOver: boolean } | null = null;
  private readonly telling = new Set<string>();
  private mailsUnderWay = 0;
  private shown: Standing;

  constructor(state: State, rules: LifeRules<State, Act>) {
    this.state = state;
    this.rules = rules;
    this.shown = rules.standing(state, rules.next(state));
  }

  /** A command: refused by the validator without a trace in history, else written by one local activity. */
  answer<Input>(
    definition: UpdateDefinition<State, [Input]>,
    check: (state: State, input: Input) => Verdict,
    act: (input: Input) => Promise<State>,
  ): void {
    setHandler(definition, (input: Input) => this.withHands(() => act(input)), {
      validator: (input: Input) => {
        const verdict = check(this.state, input);
        if (!verdict.ok) throw ApplicationFailure.nonRetryable(verdict.reason, 'Refused', verdict);
      },
    });
  }

  /** Facts around the row have changed: it is read again. */
  heed(definition: SignalDefinition, refresh: (at: Instant) => Promise<State>): void {
    setHandler(definition, async () => {
      await this.withHands(() => refresh(now()));
    });
  }

  /** The story, until the row is closed and every mail it owes has gone; true when history asks for a fresh run. */
  async live(): Promise<'over' | 'continues'> {
    while (!this.rules.isOver(this.state)) {
      this.sendOwed();
      this.show();
      if (workflowInfo().continueAsNewSuggested && (await this.isQuiet())) return 'continues';
      await this.changedBefore(this.rules.next(this.state));
      await this.carryOutDue();
    }
    this.sendOwed();
    this.show();
    await condition(() => this.mailsUnderWay === 0 && allHandlersFinished());
    return 'over';
  }

  private async carryOutDue(): Promise<void> {
    const due = this.rules.next(this.state);
    if (due === null || due.ringsAt > now() || this.rules.isOver(this.state)) return;
    const { version } = this.state;
    setCurrentDetails(carryingOut(due.name, now()));
    this.adopt(await this.rules.carryOut(due, now()));
    const next = this.rules.next(this.state);
    const isStuck = this.state.version === version && next?.at === due.at && next.name === due.name;
    if (isStuck)
      throw ApplicationFailure.nonRetryable(`${due.name}: carried out and still planned`, 'LifeStuck');
  }

  private async withHands(work: () => Promise<State>): Promise<State> {
    this.handsAtWork += 1;
    try {
      const state = await work();
      this.adopt(state);
      return state;
    } finally {
      this.handsAtWork -= 1;
    }
  }

  /** Two changes may answer in one task in any order: the later row stands. */
  private adopt(state: State): void {
    if (state.version < this.state.version) return;
    this.state = state;
    this.changes += 1;
  }

  /**
   * Somebody has acted, or the time has come, and nobody is still at work: what was accepted just now is written
   * first. One timer at a time, kept while it stays the right one.
   */
  private async changedBefore(next: Act | null): Promise<void> {
    this.changes = 0;
    this.aimTimer(next);
    await condition(() => this.handsAtWork === 0 && (this.changes > 0 || this.timer?.isOver === true));
  }

  private aimTimer(next: Act | null): void {
    if (this.timer && !this.timer.isOver && this.timer.at === next?.ringsAt) return;
    this.timer?.scope.cancel();
    this.timer = null;
    if (next === null) return;
    const timer = {
      at: next.ringsAt,
      scope: new CancellationScope(),
      isOver: epochOf(next.ringsAt) <= Date.now(),
    };
    this.timer = timer;
    if (timer.isOver) return;
    timer.scope
      .run(() => sleep(epochOf(next.ringsAt) - Date.now(), { summary: next.name }))
      .then(
        () => {
          timer.isOver = true;
        },
        () => undefined,
      );
  }

  /** Mails go out beside the story: a mail server that is away delays no deadline. */
  private sendOwed(): void {
    for (const key of this.rules.owed(this.state)) {
      if (this.telling.has(key)) continue;
      this.telling.add(key);
      this.mailsUnderWay += 1;
      this.rules.tell(key).then(
        () => {
          this.mailsUnderWay -= 1;
        },
        () => {
          this.mailsUnderWay -= 1;
        },
      );
    }
  }

  private show(): void {
    const next = this.rules.next(this.state);
    setCurrentDetails(this.rules.details(this.state, next));
    const standing = this.rules.standing(this.state, next);
    if (standing.stage === this.shown.stage && standing.dueAt === this.shown.dueAt) return;
    this.shown = standing;
    upsertSearchAttributes(standingAttributes(standing));
  }

  private async isQuiet(): Promise<boolean> {
    await condition(() => this.mailsUnderWay === 0 && allHandlersFinished());
    return true;
  }
}
