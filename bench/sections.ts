/** What each section measures, and how it says so. */
import { setTimeout as pause } from 'node:timers/promises';
import { difference, readCommits } from './commits.ts';
import type { Commits } from './commits.ts';
import { lifeTable } from './life-table.ts';
import type { Command } from './load.ts';
import { atRate, oneByOne, throughput } from './load.ts';
import type { Options, Section } from './options.ts';
import { probeMachine } from './probes.ts';
import { ours, ratioTable, roundsText } from './ratios.ts';
import type { Finding } from './report.ts';
import { atLeast, atMost, goalText, number } from './report.ts';
import type { Rounds } from './rounds.ts';
import { leastRounds, runRounds } from './rounds.ts';
import type { Reference } from './sides/reference.ts';
import { median, quantile, seeded } from './statistics.ts';
import { measureSteps } from './steps.ts';
import { liveThrough } from './whole-life.ts';
import type { Company, Postman } from './world.ts';
import { deliver } from './world.ts';

export interface Bench {
  readonly postman: Postman;
  readonly companies: readonly Company[];
  readonly decide: Command;
  readonly local: Reference;
  readonly ordinary: Reference;
  /** On the disk that the servers write to. */
  readonly folder: string;
  readonly store: string;
  readonly api: string;
}

const inFlight = 32;
const warmUp = 100;
const localName = 'empty local activity';
const ordinaryName = 'empty ordinary activity';

export function measure(section: Section, bench: Bench, options: Options): Promise<Finding> {
  return { p1: latency, p2: tails, p3: capacity, p4: commits, p7: lives, steps }[section](bench, options);
}

async function latency(bench: Bench, { rounds, commands }: Options): Promise<Finding> {
  const sides = sidesOf(bench, async (command) => median(await oneByOne(command, commands)));
  const found = await inRounds(bench, sides, rounds);
  const goals = { [localName]: atMost(1.25), [ordinaryName]: null };
  return {
    section: 'p1',
    table: ratioTable({ unit: 'ms (p50)', goals }, found),
    how: `One command at a time, ${String(commands)} a side and round; ${roundsText(found)}.`,
  };
}

async function tails(bench: Bench, { tailSeconds }: Options): Promise<Finding> {
  const rate = Math.floor((await throughput(bench.decide, inFlight, 5)) / 2);
  const sides = sidesOf(bench, async (command) => quantile(await atRate(command, rate, tailSeconds), 0.99));
  const found = await inRounds(bench, sides, leastRounds);
  const goals = { [localName]: atMost(1.5), [ordinaryName]: null };
  return {
    section: 'p2',
    table: ratioTable({ unit: 'ms (p99)', goals }, found),
    how:
      `Open loop, ${String(rate)} commands a second on each side (half of what ours can do), ` +
      `${String(tailSeconds)} s a side and round; ${roundsText(found)}.`,
  };
}

async function capacity(bench: Bench, { rounds, burstSeconds }: Options): Promise<Finding> {
  const sides = sidesOf(bench, (command) => throughput(command, inFlight, burstSeconds));
  const found = await inRounds(bench, sides, rounds);
  const goals = { [localName]: atLeast(0.85), [ordinaryName]: null };
  return {
    section: 'p3',
    table: ratioTable({ unit: 'commands/s', goals }, found),
    how: `${String(inFlight)} commands in flight, ${String(burstSeconds)} s a side and round; ${roundsText(found)}.`,
  };
}

async function commits(bench: Bench): Promise<Finding> {
  const count = 100;
  const mine = await commitsOf(bench, bench.decide, count);
  const theirs = await commitsOf(bench, bench.local.command, count);
  const least = theirs.engine + 1;
  const ratio = (mine.engine + mine.business) / least;
  const goal = atMost(1.2);
  const row = (name: string, { engine, business, redo }: Commits) => [
    name,
    number(engine),
    number(business),
    number(redo),
    number(engine + business),
  ];
  return {
    section: 'p4',
    table: {
      head: ['per command', 'commits of the engine', 'COMMITs of MariaDB', 'redo writes', 'commits'],
      rows: [
        row('ours', mine),
        row(localName, theirs),
        row('least: the same transitions and one business commit', {
          engine: theirs.engine,
          business: 1,
          redo: 1,
        }),
      ],
    },
    how:
      `Counted over ${String(count)} commands one after the other, what the servers write while idle taken off. ` +
      `Ratio ${number(ratio)}, goal ${goalText(goal)}: ${ratio <= goal.bound ? 'met' : 'missed'}.`,
  };
}

async function lives(bench: Bench): Promise<Finding> {
  const costs = await liveThrough(bench.postman);
  return {
    section: 'p7',
    table: lifeTable(costs),
    how: 'Counted in histories of lives on the dev server, by the counting rules of quality.md.',
  };
}

async function steps(bench: Bench): Promise<Finding> {
  const [company] = bench.companies;
  if (company === undefined) throw new Error('nobody decides');
  const [alive, behind] = await deliver(bench.postman, [company], 2);
  if (alive === undefined || behind === undefined) throw new Error('no letters');
  const { postman, decide, api } = bench;
  const stage = { postman, company, api, ours: decide, reference: bench.local.command };
  return {
    section: 'steps',
    table: await measureSteps({ ...stage, letters: [alive, behind] }),
    how: 'Each step alone, one at a time, the median of 60.',
  };
}

function sidesOf(
  { decide, local, ordinary }: Bench,
  figure: (command: Command) => Promise<number>,
): Readonly<Record<string, () => Promise<number>>> {
  return {
    [ours]: () => figure(decide),
    [localName]: () => figure(local.command),
    [ordinaryName]: () => figure(ordinary.command),
  };
}

async function inRounds(
  bench: Bench,
  sides: Readonly<Record<string, () => Promise<number>>>,
  wanted: number,
): Promise<Rounds<number>> {
  for (const { command } of [{ command: bench.decide }, bench.local, bench.ordinary])
    await Promise.all(Array.from({ length: 4 }, () => oneByOne(command, warmUp / 4)));
  const probe = () => probeMachine(bench.folder);
  return runRounds({ sides, wanted, probe, random: seeded(Date.now()), said: console.log });
}

const settleMs = 2_000;

/** Commits per command, the work that follows an answer included. */
async function commitsOf({ postman, store }: Bench, command: Command, count: number): Promise<Commits> {
  const counted = async (work: () => Promise<unknown>) => {
    const [before, from] = [await readCommits(postman.knex, store), Date.now()];
    await work();
    await pause(settleMs);
    return { found: difference(await readCommits(postman.knex, store), before), ms: Date.now() - from };
  };
  await pause(settleMs);
  const busy = await counted(() => oneByOne(command, count));
  const idle = await counted(() => pause(settleMs));
  const perCommand = (of: keyof Commits) => (busy.found[of] - (idle.found[of] * busy.ms) / idle.ms) / count;
  return { engine: perCommand('engine'), business: perCommand('business'), redo: perCommand('redo') };
}
