/** P1, P2 and P3: one figure a side and round, and what is made of them. */
import { ours } from './bench.ts';
import type { Goal, Table } from './report.ts';
import { goalText, number, verdictOn, withInterval } from './report.ts';
import type { Rounds } from './rounds.ts';
import { median, medianInterval } from './statistics.ts';

export interface RatioPlan {
  readonly unit: string;
  /** The references, with the goal for our figure divided by theirs; null for one that is only reported. */
  readonly goals: Readonly<Record<string, Goal | null>>;
}

/** One row a reference: both medians, the median of the ratios of the rounds, the verdict. */
export function ratioTable({ unit, goals }: RatioPlan, { kept }: Rounds<number>): Table {
  const mine = kept[ours] ?? [];
  return {
    head: ['reference', `ours, ${unit}`, `reference, ${unit}`, 'ratio (95 %)', 'goal', 'verdict'],
    rows: Object.entries(goals).map(([name, goal]) => {
      const theirs = kept[name] ?? [];
      const ratio = medianInterval(mine.map((figure, round) => figure / (theirs[round] ?? NaN)));
      return [
        name,
        number(median(mine)),
        number(median(theirs)),
        withInterval(ratio),
        goal === null ? '–' : goalText(goal),
        goal === null ? '–' : verdictOn(ratio, goal),
      ];
    }),
  };
}

/** How many rounds count, in words. */
export function roundsText({ kept, discarded, isNoisy }: Rounds<unknown>): string {
  const count = String(Object.values(kept)[0]?.length ?? 0);
  return isNoisy
    ? `the ${count} calmest of ${String(discarded + Number(count))} rounds, for the machine was busy with other work ` +
        '(too few rounds without a drift of 20 %)'
    : `${count} rounds, ${String(discarded)} discarded because the machine drifted by more than 20 %`;
}
