/** What one log-in costs, counted: statements, commits and processor time, whatever else the machine is doing (P16). */
import { setTimeout as pause } from 'node:timers/promises';
import { verify } from '@node-rs/argon2';
import { hashPassword } from '../platform/passwords.ts';
import type { Bench } from './bench.ts';
import { oneByOne, throughput } from './load.ts';
import { hands, inTurn, logIn, password, people } from './login-load.ts';
import type { Options } from './options.ts';
import { findProcesses, processorTime } from './processes.ts';
import type { Taken } from './processes.ts';
import type { Finding } from './report.ts';
import { number } from './report.ts';

const count = 200;
const settleMs = 500;

/** One after the other for what is counted, and as in a storm for what the processors give. */
export async function loginCost(bench: Bench, { burstSeconds }: Options): Promise<Finding> {
  const next = inTurn(await people(bench));
  const right = () => logIn(bench.api, next().username, password, 201);
  const wrong = () => logIn(bench.api, next().username, 'not the password at all', 401);
  await oneByOne(right, 20);
  const rows = [
    await costOf(bench, 'one at a time', () => counted(right)),
    await costOf(bench, 'refused, one at a time', () => counted(wrong)),
    await costOf(bench, `${String(hands)} in flight`, async () => {
      const seconds = 2 * burstSeconds;
      const from = performance.now();
      const perSecond = await throughput(right, hands, seconds);
      return (perSecond * (performance.now() - from)) / 1_000;
    }),
  ];
  return {
    section: 'login-cost',
    table: { head: ['per log-in', 'statements', 'redo writes', ...processNames(bench), 'all, ms'], rows },
    how:
      `Processor time in ms; the API's holds the hash, which alone takes ${number(await hashTime())} ms. Statements as ` +
      'MariaDB counts them, BEGIN and COMMIT included.',
  };
}

async function counted(work: () => Promise<void>): Promise<number> {
  await oneByOne(work, count);
  return count;
}

const processNames = ({ folder, pids }: Bench) =>
  ['api', 'mariadbd', 'load generator'].filter(
    (name) => name === 'load generator' || findProcesses(folder, pids).has(name),
  );

async function costOf(bench: Bench, name: string, work: () => Promise<number>): Promise<string[]> {
  const processes = findProcesses(bench.folder, bench.pids);
  await pause(settleMs);
  const [from, before] = [await statusOf(bench), processorTime(processes)];
  const done = await work();
  const after = processorTime(processes);
  const until = await statusOf(bench);
  const each = processNames(bench).map((process) => taken(process, before, after) / done);
  return [
    name,
    ...[(until.questions - from.questions) / done, (until.redo - from.redo) / done].map(number),
    ...each.map(number),
    number(each.reduce((sum, ms) => sum + ms, 0)),
  ];
}

function taken(name: string, before: Taken, after: Taken): number {
  return (after[name] ?? NaN) - (before[name] ?? NaN);
}

/** MariaDB's own counters. */
async function statusOf({ postman }: Bench): Promise<{ questions: number; redo: number }> {
  const [rows] = (await postman.knex.raw(
    "SHOW GLOBAL STATUS WHERE Variable_name IN ('Questions', 'Innodb_os_log_fsyncs', 'Innodb_log_writes')",
  )) as [{ Variable_name: string; Value: string }[]];
  const status = new Map(rows.map((row) => [row.Variable_name, Number(row.Value)]));
  const redo = status.get('Innodb_os_log_fsyncs') ?? status.get('Innodb_log_writes') ?? 0;
  return { questions: status.get('Questions') ?? 0, redo };
}

/** Processor time of one verification by itself. */
async function hashTime(): Promise<number> {
  const stored = await hashPassword(password);
  const before = process.cpuUsage();
  for (let done = 0; done < count; done += 1) await verify(stored, password);
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1_000 / count;
}
