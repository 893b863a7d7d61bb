/**
 * A life lived in the domain alone: a small loop takes the next timer act of the plan and carries it out at its
 * instant, while people do things at instants of their own. What must hold at every single step is asserted here.
 */
import type { Instant } from '../../domain/calendar.ts';
import {
  addDays,
  dayOf,
  daysBetween,
  epochOf,
  laterOf,
  minutes,
  plusMilliseconds,
} from '../../domain/calendar.ts';
import type { CommandInputs, CommandName } from '../../domain/commands.ts';
import { commands } from '../../domain/commands.ts';
import { concernsForwarding, noteAddressChange } from '../../domain/forwarding.ts';
import type { DecisionRequest, MailItem } from '../../domain/mail-item.ts';
import { carryOut } from '../../domain/mail-item-acts.ts';
import type { Outcome } from '../../domain/outcome.ts';
import type { ActKind, PlannedAct } from '../../domain/plan.ts';
import { nextTimerAct, planFor } from '../../domain/plan.ts';
import { storageEndsAt } from '../../domain/storage.ts';
import type { Heard, Said } from './storage-reference.ts';

export type Deed =
  | { readonly do: 'decide'; readonly kind: DecisionRequest['kind']; readonly inDays: number }
  /** The site begins, or ends what it has begun. */
  | { readonly do: 'work'; readonly fails: boolean; readonly hoursAgo: number }
  /** Staff hold the item, or release it. */
  | { readonly do: 'pause' }
  | { readonly do: 'correctFacts'; readonly weightGrams: number }
  | { readonly do: 'move'; readonly country: string | null };

/** What somebody does, and when: some hours after the step before, or milliseconds beside the next timer. */
export interface Step {
  readonly when: { readonly hours: number } | { readonly besideTimer: number };
  /** The engine is away until then, and carries out what was due either before it hears the message or after. */
  readonly away: 'no' | 'timers-first' | 'message-first';
  readonly deed: Deed;
}

const eventsOf: Partial<Record<ActKind, readonly string[]>> = {
  'charge-storage': ['storage-charged', 'storage-late'],
  'release-forwarding': ['forwarding-released', 'forwarding-failed'],
  remind: ['reminded'],
  'end-keep': ['keep-ended'],
  'end-storage': ['storage-ended'],
};

export class SimulatedLife {
  item: MailItem;
  now: Instant;
  readonly heard: Heard[] = [];
  readonly charged: { period: number; start: Instant }[] = [];
  /** Handling, postage and reversals: what the cost holds beside the charged periods. */
  otherCents = 0;
  /** The decision that stands was received in time and spares all storage (I9). */
  isSpared = false;
  private releasedAt: Instant | null = null;

  constructor(born: MailItem) {
    this.item = born;
    this.now = born.publishedAt;
  }

  live(step: Step): void {
    const at = laterOf(this.instantOf(step), plusMilliseconds(this.now, 1));
    const awaySince = epochOf(this.now);
    if (step.away === 'no') this.carryOutBefore(at);
    if (step.away === 'timers-first') this.comeBack(at, awaySince);
    this.do(step.deed, at, step.away === 'message-first' ? { awaySince } : {});
    if (step.away === 'message-first') this.comeBack(at, awaySince);
    this.now = at;
  }

  /** Nobody does anything more: every timer is carried out on time. */
  liveOut(): void {
    this.carryOutBefore('2040-01-01T00:00:00.000Z');
  }

  private instantOf({ when }: Step): Instant {
    if ('hours' in when) return plusMilliseconds(this.now, minutes(60 * when.hours));
    return plusMilliseconds(nextTimerAct(this.item)?.at ?? this.now, when.besideTimer);
  }

  private carryOutBefore(at: Instant): void {
    for (let act = nextTimerAct(this.item); act && act.at < at; act = nextTimerAct(this.item)) {
      this.now = laterOf(act.at, this.now);
      this.carryOut(act, this.now);
    }
  }

  private comeBack(at: Instant, awaySince: number): void {
    this.heard.push({ kind: 'back', at: epochOf(at), awaySince });
    for (let act = nextTimerAct(this.item); act && act.at < at; act = nextTimerAct(this.item))
      this.carryOut(act, at);
  }

  /** What is done is what the last plan showed: kind, instant (or our lateness, recorded), cost; and only once. */
  private carryOut(act: PlannedAct, at: Instant): void {
    const before = this.item;
    const outcome = carryOut(before, act, at);
    if (!outcome) throw new Error(`planned but not carried out: ${act.kind} at ${act.at}`);
    expect(eventsOf[act.kind]).toContain(outcome.event.kind);
    const isLate = at > plusMilliseconds(act.at, minutes(before.policy.lateness.toleranceMinutes));
    const isCharge = act.kind === 'charge-storage' && !isLate;
    const paid = outcome.charges.map(({ period, cents }) => ({ subject: String(period), cents }));
    expect(paid).toEqual(isCharge ? [{ subject: act.subject, cents: act.costCents }] : []);
    expect(outcome.event.kind === 'storage-late').toBe(act.kind === 'charge-storage' && isLate);
    this.adopt(outcome, at);
    expect(carryOut(this.item, act, at)).toBeNull();
    if (outcome.event.kind === 'forwarding-failed') this.hear({ kind: 'failure', at: epochOf(at) });
  }

  private do(deed: Deed, at: Instant, away: { awaySince?: number }): void {
    switch (deed.do) {
      case 'decide':
        return this.decide(requestFor(deed, dayOf(at, this.item.site.zone)), at, away);
      case 'correctFacts':
        return void this.command('correctFacts', { weightGrams: deed.weightGrams, format: 'letter' }, at);
      case 'move':
        this.item = { ...this.item, destinationCountry: deed.country };
        if (concernsForwarding(this.item)) this.adopt(noteAddressChange(this.item, 2), at);
        return;
      case 'work':
        return this.work(deed.fails, deed.hoursAgo, at, away);
      case 'pause':
        return this.pause(at, away);
    }
  }

  private decide(asked: DecisionRequest, at: Instant, away: { awaySince?: number }): void {
    const isInTime = this.isSpared || (at <= this.item.dueAt && this.charged.length === 0);
    if (!this.command('decide', { asked, version: this.item.version }, at)) return;
    this.hear({ kind: 'decision', at: epochOf(at), asked, ...away });
    this.isSpared = isInTime && (asked.kind === 'forward-now' || asked.kind === 'destroy');
  }

  private work(fails: boolean, hoursAgo: number, at: Instant, away: { awaySince?: number }): void {
    if (this.item.task?.state !== 'begun') {
      if (this.command('beginTask', {}, at)) this.hear({ kind: 'begin', at: epochOf(at), ...away });
    } else if (fails) {
      const failed = this.command('failTask', { reason: 'damaged' }, at);
      if (failed) this.hear({ kind: 'failure', at: epochOf(at), ...away });
    } else {
      this.complete(hoursAgo, at);
    }
  }

  private pause(at: Instant, away: { awaySince?: number }): void {
    if (this.item.heldSince === null) {
      if (this.command('hold', {}, at)) this.hear({ kind: 'hold', at: epochOf(at), ...away });
    } else if (this.command('release', {}, at)) {
      this.releasedAt = at;
      this.hear({ kind: 'release', at: epochOf(at), ...away });
    }
  }

  private complete(hoursAgo: number, at: Instant): void {
    const happenedAt = laterOf(plusMilliseconds(at, -minutes(60 * hoursAgo)), this.item.publishedAt);
    const reversed = this.charged.filter(({ start }) => start >= happenedAt);
    const reversedCents = reversed.length * this.item.policy.storage.periodCents;
    const announced = planFor(this.item).find(({ by }) => by === 'site')?.costCents ?? 0;
    const outcome = this.item.task?.kind === 'review' ? 'handed-over' : null;
    const done = this.command('completeTask', { happenedAt, outcome }, at, reversedCents);
    if (!done) return;
    expect(done.feeCents ?? 0).toBe(announced);
    expect(done.reverseFrom).toBe(happenedAt);
    this.otherCents += (done.feeCents ?? 0) - reversedCents;
    this.hear({ kind: 'completion', at: epochOf(at), happenedAt: epochOf(happenedAt) });
  }

  private command<Name extends CommandName>(
    name: Name,
    input: CommandInputs[Name],
    at: Instant,
    reversibleCents = 0,
  ): Outcome | null {
    const before = this.item;
    if (!commands[name].check(before, input, at).ok || commands[name].isDone(before, input)) return null;
    const outcome = commands[name].apply(before, input, at, reversibleCents);
    const planned = planFor(before).filter(({ kind }) => kind === 'charge-storage');
    for (const charge of outcome.charges) {
      expect(planned.find(({ subject }) => subject === String(charge.period))?.costCents).toBe(charge.cents);
      expect(charge.startsAt < at).toBe(true);
    }
    expect(outcome.item.version).toBeGreaterThan(before.version);
    this.adopt(outcome, at);
    return outcome;
  }

  private hear(said: Said & { awaySince?: number }): void {
    this.heard.push(said);
    if (said.kind === 'failure') this.isSpared = false;
  }

  private adopt(outcome: Outcome, at: Instant): void {
    for (const { period, startsAt } of outcome.charges) {
      expect(startsAt <= at && startsAt < storageEndsAt(this.item)).toBe(true);
      expect(this.charged.map((charge) => charge.period)).not.toContain(period);
      if (this.releasedAt !== null) {
        const { zone, holdMinimumDays } = this.item.policy;
        const freeDays = daysBetween(dayOf(this.releasedAt, zone), dayOf(startsAt, zone)) - 1;
        expect(freeDays).toBeGreaterThanOrEqual(holdMinimumDays);
      }
      this.charged.push({ period, start: startsAt });
    }
    expect(outcome.item.version).toBeGreaterThanOrEqual(this.item.version);
    this.item = outcome.item;
    const instants = planFor(this.item).map((act) => act.at);
    expect(instants).toEqual([...instants].sort());
  }
}

function requestFor(
  { kind, inDays }: { kind: DecisionRequest['kind']; inDays: number },
  today: string,
): DecisionRequest {
  const day = addDays(today, inDays);
  if (kind === 'keep') return { kind, until: day };
  if (kind === 'forward-on-date') return { kind, on: day, manner: 'standard' };
  return kind === 'forward-now' ? { kind, manner: 'standard' } : { kind };
}
