/**
 * A life lived in the domain alone: a small loop takes the next timer act of the plan and carries it out at its
 * instant, while people do things at instants of their own.
 */
import type { Instant } from '../../domain/calendar.ts';
import { addDays, dayOf, epochOf, laterOf, minutes, plusMilliseconds } from '../../domain/calendar.ts';
import { concernsForwarding, noteAddressChange } from '../../domain/forwarding.ts';
import type { DecisionRequest, MailItem } from '../../domain/mail-item.ts';
import { nextTimerAct, planFor } from '../../domain/plan.ts';
import { WatchedItem } from './watched-item.ts';

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

export class SimulatedLife extends WatchedItem {
  now: Instant;

  constructor(born: MailItem) {
    super(born);
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

  private do(deed: Deed, at: Instant, away: { awaySince?: number }): void {
    switch (deed.do) {
      case 'decide':
        this.decide(requestFor(deed, dayOf(at, this.item.site.zone)), at, away);
        break;
      case 'correctFacts':
        this.command('correctFacts', { weightGrams: deed.weightGrams, format: 'letter' }, at);
        break;
      case 'move':
        this.item = { ...this.item, destinationCountry: deed.country };
        if (concernsForwarding(this.item)) this.adopt(noteAddressChange(this.item, 2), at);
        break;
      case 'work':
        this.work(deed.fails, deed.hoursAgo, at, away);
        break;
      case 'pause':
        this.pause(at, away);
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
