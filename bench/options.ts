/** How long to measure: `npm run bench -- --quick --only p1,p4`. */

export const sections = [
  'p1',
  'p2',
  'p3',
  'p4',
  'p7',
  'p11',
  'p12',
  'p16',
  'login-cost',
  'check28',
  'check3',
  'cpu',
  'steps',
  'publish',
  'search',
  'backfill',
  // Last: it uses up what may be tried in a minute.
  'guessing',
] as const;
export type Section = (typeof sections)[number];

export interface Options {
  readonly only: readonly Section[];
  readonly rounds: number;
  /** Commands of each side in a round of P1. */
  readonly commands: number;
  /** Seconds of each side in a round of P3. */
  readonly burstSeconds: number;
  /** Seconds of each side in a round of P2, of which there are eleven. */
  readonly tailSeconds: number;
  /** Checks of a right of each side in a round of P11. */
  readonly checks: number;
  /** Documents of a run of each side in a round. */
  readonly documents: number;
  /** With seven years of documents each. */
  readonly companies: number;
  /** Whether the figures go into docs/performance.md. */
  readonly isKept: boolean;
}

const lengths = {
  '--quick': {
    ...{ rounds: 11, commands: 20, burstSeconds: 2, tailSeconds: 2 },
    ...{ checks: 500_000, documents: 200, companies: 500 },
  },
  '': {
    ...{ rounds: 21, commands: 50, burstSeconds: 5, tailSeconds: 15 },
    ...{ checks: 500_000, documents: 500, companies: 5_000 },
  },
  // Eleven rounds of 55 s: ten minutes a side, as quality.md asks for tails.
  '--full': {
    ...{ rounds: 31, commands: 50, burstSeconds: 8, tailSeconds: 55 },
    ...{ checks: 1_000_000, documents: 50_000, companies: 5_000 },
  },
} as const;

/** Throws for what it does not know, with what it does. */
export function readOptions(args: readonly string[]): Options {
  const rest = [...args];
  const only = takeSections(rest);
  const isKept = !take(rest, '--dry');
  const length = take(rest, '--quick') ? '--quick' : take(rest, '--full') ? '--full' : '';
  if (rest.length > 0)
    throw new Error(`usage: npm run bench -- [--quick | --full] [--dry] [--only ${sections.join(',')}]`);
  return { only, isKept, ...lengths[length] };
}

function take(args: string[], flag: string): boolean {
  const place = args.indexOf(flag);
  if (place >= 0) args.splice(place, 1);
  return place >= 0;
}

function takeSections(args: string[]): readonly Section[] {
  const place = args.indexOf('--only');
  if (place < 0) return sections;
  const [, list = ''] = args.splice(place, 2);
  return sections.filter((section) => list.split(',').includes(section));
}
