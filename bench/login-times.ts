/** Check 28: a refused log-in takes as long for a name that exists as for one that does not. */
import { performance } from 'node:perf_hooks';
import type { Bench } from './bench.ts';
import { inTurn, logIn, people } from './login-load.ts';
import type { Finding } from './report.ts';
import { median, seeded, shuffled } from './statistics.ts';

const pairs = 500;

/** A known and an unknown name, both with a wrong password, in an order of chance. */
export async function loginTimes(bench: Bench): Promise<Finding> {
  const next = inTurn(await people(bench));
  const random = seeded(Date.now());
  const times = { known: [] as number[], unknown: [] as number[] };
  for (let done = 0; done < pairs; done += 1) {
    const both = [
      ['known', next().username],
      ['unknown', `nobody-${String(done)}@example.com`],
    ] as const;
    for (const [side, username] of shuffled(both, random)) {
      const from = performance.now();
      await logIn(bench.api, username, 'not the password at all', 401);
      times[side].push(performance.now() - from);
    }
  }
  const [known, unknown] = [median(times.known), median(times.unknown)];
  const difference = Math.abs(known / unknown - 1);
  return {
    section: 'check28',
    table: {
      head: ['known name', 'unknown name', 'difference of medians', 'goal', 'verdict'],
      rows: [
        [
          `${known.toFixed(2)} ms`,
          `${unknown.toFixed(2)} ms`,
          `${(100 * difference).toFixed(1)} %`,
          '< 5 %',
          difference < 0.05 ? 'met' : 'missed',
        ],
      ],
    },
    how: `${String(pairs)} interleaved pairs of refused log-ins, one at a time.`,
  };
}
