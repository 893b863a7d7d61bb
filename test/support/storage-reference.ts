/**
 * A second, independent answer to "which storage periods does this customer pay?", written from decided.md alone:
 * not a state that moves on, but a look back over everything that was said, period by period.
 */
import { Temporal } from 'temporal-polyfill';
import type { DecisionRequest, MailItem } from '../../domain/mail-item.ts';

type Zoned = Temporal.ZonedDateTime;

/** What happened to an item, in the order in which it arrived; instants in milliseconds. */
export type Said =
  | { readonly kind: 'decision'; readonly at: number; readonly asked: DecisionRequest }
  | { readonly kind: 'failure' | 'begin' | 'hold' | 'release'; readonly at: number }
  | { readonly kind: 'completion'; readonly at: number; readonly happenedAt: number }
  /** The engine is back and looks at its timers for the first time since it went away. */
  | { readonly kind: 'back'; readonly at: number; readonly awaySince: number };

/** An entry and the instant from which it counts; `awaySince` when no timer was looked at since then. */
export type Heard = Said & { readonly awaySince?: number };
type Dated = Heard & { readonly from: number };

const minute = 60_000;

/** The periods charged, by their number and start; those reversed by a completion are left out. */
export function referenceCharges(
  born: MailItem,
  history: readonly Heard[],
): { period: number; start: number }[] {
  const { policy } = born;
  const dated: Dated[] = [];
  let grace: { from: number; until: number } | null = null;
  for (const entry of history) {
    const late = lateStart(entry);
    const inGrace: boolean = grace !== null && entry.at > grace.from && entry.at <= grace.until;
    let from = entry.at;
    if (entry.kind !== 'begin' && inGrace && grace) from = grace.from;
    else if (entry.kind !== 'begin' && late !== null) from = late;
    if (entry.kind === 'back') {
      if (late !== null) grace = { from: late, until: entry.at + policy.lateness.graceHours * 60 * minute };
      continue;
    }
    dated.push({ ...entry, from });
    if (entry.kind === 'hold' || entry.kind === 'begin') grace = null;
  }
  const over = dated.find(({ kind }) => kind === 'completion');
  const end = over?.kind === 'completion' ? Math.min(over.at, over.happenedAt) : Infinity;
  return charged().filter(({ start }) => start < end);

  /** The first period we are more than 15 minutes late for, if the paper was held at its start. */
  function lateStart({ awaySince, at }: Heard): number | null {
    if (awaySince === undefined) return null;
    const tolerated = at - policy.lateness.toleranceMinutes * minute;
    const dueOf = (start: number) =>
      grace && start >= grace.from && start <= grace.until ? grace.until : start;
    const open = charged().filter(({ start }) => start >= (dated.at(-1)?.from ?? 0));
    const late = open.find(({ start }) => dueOf(start) >= awaySince && dueOf(start) < tolerated);
    return late?.start ?? null;
  }

  /** Every period held at its start, over a grid that each hold moves on. */
  function charged(): { period: number; start: number }[] {
    const held: { period: number; start: number }[] = [];
    let day = zoned(born.publishedAt, policy.zone)
      .startOfDay()
      .add({ days: policy.decisionDays + 1 });
    const holds = dated.filter(({ kind }) => kind === 'hold');
    for (let period = 1; period <= policy.storage.periods; period += 1) {
      for (let hold = holds[0]; hold && hold.from <= startOf(day); hold = holds[0]) {
        const pause = pauseOf(hold);
        if (!pause) return held;
        day = movedBy(pause, day, policy.zone);
        holds.shift();
      }
      if (isHeld(startOf(day))) held.push({ period, start: startOf(day) });
      day = day.startOfDay().add({ days: policy.storage.periodDays });
    }
    return held;
  }

  function isHeld(start: number): boolean {
    const said = dated.filter(({ from, kind }) => from <= start && kind !== 'hold' && kind !== 'release');
    const isFree = said.some((entry) => entry.kind === 'failure' && start < freeUntil(entry));
    const last = said.at(-1);
    if (isFree || last?.kind === 'begin' || last?.kind === 'completion') return false;
    if (last?.kind !== 'decision') return true;
    switch (last.asked.kind) {
      case 'keep':
        return true;
      case 'forward-on-date':
        return start < startOf(Temporal.PlainDate.from(last.asked.on).toZonedDateTime(policy.zone));
      case 'pick-up':
        return start >= windowEnd(last);
      case 'forward-now':
      case 'destroy':
        return false;
    }
  }

  function freeUntil(failure: Dated): number {
    const end = zoned(failure.at, policy.zone)
      .startOfDay()
      .add({ days: policy.failureFreeDays + 1 });
    return startOf(afterHolds(failure, end, policy.zone));
  }

  /** The collection window: whole working days of the site, without the day of the decision. */
  function windowEnd(pickUp: Dated): number {
    const { closedDays, workingWeekdays, zone } = born.site;
    let day = zoned(pickUp.at, zone).startOfDay();
    for (let left = policy.collectionWorkingDays; left > 0;) {
      day = day.add({ days: 1 });
      const isOpen =
        workingWeekdays.includes(day.dayOfWeek) && !closedDays.includes(day.toPlainDate().toString());
      if (isOpen) left -= 1;
    }
    return startOf(afterHolds(pickUp, day.add({ days: 1 }), zone));
  }

  function afterHolds(since: Dated, end: Zoned, zone: string): Zoned {
    const later = dated.slice(dated.indexOf(since)).filter(({ kind }) => kind === 'hold');
    return later.reduce((moved, hold) => {
      const pause = pauseOf(hold);
      return pause && hold.at < startOf(moved) ? movedBy(pause, moved, zone) : moved;
    }, end);
  }

  function pauseOf(hold: Dated): { from: number; to: number } | null {
    const release = dated.slice(dated.indexOf(hold)).find(({ kind }) => kind === 'release');
    return release ? { from: hold.at, to: release.at } : null;
  }

  /** The whole days that were left when the hold came, at least seven, counted from the day of the release. */
  function movedBy(pause: { from: number; to: number }, end: Zoned, zone: string): Zoned {
    const heldOn = zoned(pause.from, zone).toPlainDate();
    const left = heldOn.until(end.toPlainDate()).days - 1;
    return zoned(pause.to, zone)
      .startOfDay()
      .add({ days: Math.max(policy.holdMinimumDays, left) + 1 });
  }
}

function startOf(day: Zoned): number {
  return day.startOfDay().epochMilliseconds;
}

function zoned(at: number | string, zone: string): Zoned {
  return Temporal.Instant.fromEpochMilliseconds(
    typeof at === 'string' ? Date.parse(at) : at,
  ).toZonedDateTimeISO(zone);
}
