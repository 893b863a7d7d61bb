/** P1, P2 and P3: our figure beside those of the references, round by round. */
import type { Bench } from './bench.ts';
import { bareLifeName, commandsOf, localName, ordinaryName, ours } from './bench.ts';
import type { Command } from './load.ts';
import { atRate, oneByOne, throughput } from './load.ts';
import type { Options } from './options.ts';
import { probeMachine } from './probes.ts';
import { ratioTable, roundsText } from './ratios.ts';
import type { Finding, Goal } from './report.ts';
import { atLeast, atMost } from './report.ts';
import type { Rounds } from './rounds.ts';
import { leastRounds, runRounds } from './rounds.ts';
import { median, quantile, seeded } from './statistics.ts';

const inFlight = 32;

export async function latency(bench: Bench, { rounds, commands }: Options): Promise<Finding> {
  const figure = async (command: Command) => median(await oneByOne(command, commands));
  const found = await inRounds(bench, figure, rounds);
  return {
    section: 'p1',
    table: ratioTable({ unit: 'ms (p50)', goals: goalsOf(atMost(1.25)) }, found),
    how: `One command at a time, ${String(commands)} a side and round; ${roundsText(found)}.`,
  };
}

export async function tails(bench: Bench, { tailSeconds }: Options): Promise<Finding> {
  await warmUp(bench);
  const rate = Math.floor((await throughput(bench.decide, inFlight, 5)) / 2);
  const figure = async (command: Command) => quantile(await atRate(command, rate, tailSeconds), 0.99);
  const found = await inRounds(bench, figure, leastRounds, [ours, localName, bareLifeName]);
  return {
    section: 'p2',
    table: ratioTable({ unit: 'ms (p99)', goals: { [localName]: atMost(1.5), [bareLifeName]: null } }, found),
    how:
      `Open loop, ${String(rate)} commands a second on each side (half of what ours can do), ` +
      `${String(tailSeconds)} s a side and round; ${roundsText(found)}.`,
  };
}

export async function capacity(bench: Bench, { rounds, burstSeconds }: Options): Promise<Finding> {
  const figure = (command: Command) => throughput(command, inFlight, burstSeconds);
  const found = await inRounds(bench, figure, rounds);
  return {
    section: 'p3',
    table: ratioTable({ unit: 'commands/s', goals: goalsOf(atLeast(0.85)) }, found),
    how: `${String(inFlight)} commands in flight, ${String(burstSeconds)} s a side and round; ${roundsText(found)}.`,
  };
}

/** The goal is set beside an activity of our kind, a local one; the others say how far the comparison reaches. */
function goalsOf(goal: Goal): Readonly<Record<string, Goal | null>> {
  return { [localName]: goal, [bareLifeName]: null, [ordinaryName]: null };
}

async function inRounds(
  bench: Bench,
  figure: (command: Command) => Promise<number>,
  wanted: number,
  names: readonly string[] = Object.keys(commandsOf(bench)),
): Promise<Rounds<number>> {
  await warmUp(bench);
  const commands = Object.entries(commandsOf(bench)).filter(([name]) => names.includes(name));
  const sides = Object.fromEntries(commands.map(([name, command]) => [name, () => figure(command)]));
  const probe = () => probeMachine(bench.folder);
  return runRounds({ sides, wanted, probe, random: seeded(Date.now()), said: console.log });
}

const warmCommands = 1_000;
const warmed = new WeakSet<Bench>();

/** Once a run, so many commands a side: until then half of the time goes into compiling JavaScript. */
export async function warmUp(bench: Bench): Promise<void> {
  if (warmed.has(bench)) return;
  warmed.add(bench);
  for (const command of Object.values(commandsOf(bench)))
    await Promise.all(Array.from({ length: 8 }, () => oneByOne(command, warmCommands / 8)));
}
