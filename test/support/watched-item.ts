/**
 * An item whose every change is watched: what must hold at each single step of a life is asserted here, once for
 * the acts of the plan and once for what people do.
 */
import type { Instant } from '../../domain/calendar.ts';
import { dayOf, daysBetween, epochOf, minutes, plusMilliseconds } from '../../domain/calendar.ts';
import type { CommandInputs, CommandName } from '../../domain/commands.ts';
import { commands } from '../../domain/commands.ts';
import type { MailItem } from '../../domain/mail-item.ts';
import { carryOut } from '../../domain/mail-item-acts.ts';
import type { Outcome } from '../../domain/outcome.ts';
import type { ActKind, PlannedAct } from '../../domain/plan.ts';
import { planFor } from '../../domain/plan.ts';
import { storageEndsAt } from '../../domain/storage.ts';
import type { Heard } from './storage-reference.ts';

const eventsOf: Partial<Record<ActKind, readonly string[]>> = {
  'charge-storage': ['storage-charged', 'storage-late'],
  'release-forwarding': ['forwarding-released', 'forwarding-failed'],
  remind: ['reminded', 'reminder-missed'],
  'end-keep': ['keep-ended'],
  'end-storage': ['storage-ended'],
};

export class WatchedItem {
  item: MailItem;
  readonly heard: Heard[] = [];
  readonly charged: { period: number; start: Instant }[] = [];
  /** Handling, postage and reversals: what the cost holds beside the charged periods. */
  otherCents = 0;
  /** The decision that stands was received in time and spares all storage (I9). */
  isSpared = false;
  protected releasedAt: Instant | null = null;

  constructor(born: MailItem) {
    this.item = born;
  }

  /** What is done is what the last plan showed: kind, instant (or our lateness, recorded), cost; and only once. */
  protected carryOut(act: PlannedAct, at: Instant): void {
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

  /** A command is checked, applied, and settles only what the plan had shown; null when refused or nothing new. */
  protected command<Name extends CommandName>(
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

  protected hear(said: Heard): void {
    this.heard.push(said);
    if (said.kind === 'failure') this.isSpared = false;
  }

  /** No period is charged before its start, twice, after storage has ended, or within a week of a hold. */
  protected adopt(outcome: Outcome, at: Instant): void {
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
