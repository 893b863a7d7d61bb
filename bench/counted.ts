/** P4 and the processor's time: counted, so that other work on the machine changes little. */
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import type { Bench } from './bench.ts';
import { bareLifeName, commandsOf, localName } from './bench.ts';
import type { Commits } from './commits.ts';
import { difference, readCommits } from './commits.ts';
import type { Command } from './load.ts';
import { oneByOne } from './load.ts';
import { findProcesses, processorTime } from './processes.ts';
import type { Finding } from './report.ts';
import { atMost, number, verdictOn } from './report.ts';
import { warmUp } from './timed.ts';

const count = 200;

export async function commits(bench: Bench): Promise<Finding> {
  await warmUp(bench);
  const [mine, local, life] = [
    await commitsOf(bench, bench.decide),
    await commitsOf(bench, bench.local.command),
    await commitsOf(bench, bench.bareLife.command),
  ];
  const beside = ({ engine }: Commits) => (mine.engine + mine.business) / (engine + 1);
  const row = (name: string, { engine, business, redo }: Commits, ratio: string) => [
    name,
    ...[engine, business, redo, engine + business].map(number),
    ratio,
  ];
  const exact = beside(local);
  return {
    section: 'p4',
    table: {
      head: [
        'per command',
        'commits of the engine',
        'COMMITs of MariaDB',
        'redo writes',
        'commits',
        'ours / (it + 1)',
      ],
      rows: [
        row('ours', mine, ''),
        row(localName, local, number(exact)),
        row(bareLifeName, life, number(beside(life))),
      ],
    },
    how:
      `Counted over ${String(count)} commands one after the other, what the servers write while idle taken off. The ` +
      `least is what the engine commits for a bare update, and one business commit: ${number(exact)}, goal ≤ 1.20: ` +
      `${verdictOn({ median: exact, low: exact, high: exact }, atMost(1.2))}.`,
  };
}

export async function processors(bench: Bench): Promise<Finding> {
  await warmUp(bench);
  const processes = findProcesses(bench.folder, bench.pids);
  const names = [...processes.keys(), 'load generator'];
  const rows: string[][] = [];
  for (const [side, command] of Object.entries(commandsOf(bench))) {
    const before = processorTime(processes);
    await oneByOne(command, count);
    const after = processorTime(processes);
    const each = names.map((name) => ((after[name] ?? NaN) - (before[name] ?? NaN)) / count);
    rows.push([side, ...each.map(number), number(each.reduce((sum, ms) => sum + ms, 0))]);
  }
  return {
    section: 'cpu',
    table: { head: ['ms of processor time per command', ...names, 'all'], rows },
    how: `One command at a time, ${String(count)} a side.`,
  };
}

const settleMs = 2_000;

/** Commits per command, the work that follows an answer included. */
async function commitsOf({ postman, folder }: Bench, command: Command): Promise<Commits> {
  const store = join(folder, 'temporal.sqlite');
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
