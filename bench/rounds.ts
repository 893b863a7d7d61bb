/**
 * Ratios taken in one run: every round measures each side once, in an order of chance; a round in which the machine
 * itself changed speed is discarded (quality.md, Performance).
 */
import type { Probe } from './probes.ts';
import { drift } from './probes.ts';
import { shuffled } from './statistics.ts';

export const leastRounds = 11;
const mostDrift = 0.2;

export interface Method<Figure> {
  /** Each side by name: measures once, and returns its figure. */
  readonly sides: Readonly<Record<string, () => Promise<Figure>>>;
  readonly wanted: number;
  readonly probe: () => Promise<Probe>;
  readonly random: () => number;
  readonly said?: (line: string) => void;
}

export interface Rounds<Figure> {
  /** What each side measured, round by round: the same place is the same round. */
  readonly kept: Readonly<Record<string, readonly Figure[]>>;
  readonly discarded: number;
  /** The machine was never quiet enough: no round was discarded, and the interval has to speak for itself. */
  readonly isNoisy: boolean;
}

interface Round<Figure> {
  readonly figures: Readonly<Record<string, Figure>>;
  readonly drift: number;
}

/** Goes on until enough rounds are good, at most twice as many as wanted. */
export async function runRounds<Figure>(method: Method<Figure>): Promise<Rounds<Figure>> {
  const rounds: Round<Figure>[] = [];
  const good = () => rounds.filter((round) => round.drift <= mostDrift);
  while (good().length < method.wanted && rounds.length < 2 * method.wanted) {
    const round = await runRound(method);
    rounds.push(round);
    method.said?.(`round ${String(rounds.length)}, drift ${(100 * round.drift).toFixed(0)} %`);
  }
  const isNoisy = good().length < leastRounds;
  // Too few good ones: the calmest rounds there are.
  const calmest = [...rounds].sort((a, b) => a.drift - b.drift).slice(0, method.wanted);
  const kept = isNoisy ? calmest : good();
  return {
    kept: Object.fromEntries(
      Object.keys(method.sides).map((name) => [name, kept.map(({ figures }) => figures[name] as Figure)]),
    ),
    discarded: rounds.length - kept.length,
    isNoisy,
  };
}

async function runRound<Figure>({ sides, probe, random }: Method<Figure>): Promise<Round<Figure>> {
  const looks = [await probe()];
  const figures: Record<string, Figure> = {};
  for (const [name, measure] of shuffled(Object.entries(sides), random)) {
    figures[name] = await measure();
    looks.push(await probe());
  }
  return { figures, drift: drift(looks) };
}
