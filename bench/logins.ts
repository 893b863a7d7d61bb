/** P16: what log-ins cost beside the hash they must compute, and what a storm of them does to the inbox. */
import { availableParallelism } from 'node:os';
import { verify } from '@node-rs/argon2';
import { hashPassword } from '../platform/passwords.ts';
import type { Bench } from './bench.ts';
import { ask } from './http.ts';
import { throughput } from './load.ts';
import { hands, inTurn, logIn, password, people } from './login-load.ts';
import type { Options } from './options.ts';
import { milliseconds, probeMachine } from './probes.ts';
import { roundsText } from './ratios.ts';
import type { Finding } from './report.ts';
import { atLeast, atMost, goalText, number, verdictOn, withInterval } from './report.ts';
import { runRounds } from './rounds.ts';
import { median, medianInterval, quantile, seeded } from './statistics.ts';

const inboxReads = 60;

/** P16: log-ins a second beside what the cores could hash, and the inbox meanwhile. */
export async function logins(bench: Bench, { rounds, burstSeconds }: Options): Promise<Finding> {
  const { api, folder, companies } = bench;
  const known = await people(bench);
  const stored = await hashPassword(password);
  const next = inTurn(known);
  const storm = () => throughput(() => logIn(api, next().username, password, 201), hands, burstSeconds);
  const [company] = companies;
  const inbox = async () => {
    const times: number[] = [];
    while (times.length < inboxReads) {
      const headers = { Authorization: `Bearer ${company?.token ?? ''}` };
      times.push(await milliseconds(() => ask(`${api}/v1/mail-items`, headers)));
    }
    return quantile(times, 0.95);
  };
  const found = await runRounds<{ perSecond: number; hashMs: number; inboxMs: number }>({
    sides: {
      idle: async () => ({
        perSecond: 0,
        hashMs: median(await repeated(21, () => milliseconds(() => verify(stored, password)))),
        inboxMs: await inbox(),
      }),
      storm: async () => {
        const [perSecond, inboxMs] = await Promise.all([storm(), inbox()]);
        return { perSecond, hashMs: 0, inboxMs };
      },
    },
    wanted: rounds,
    probe: () => probeMachine(folder),
    random: seeded(Date.now()),
    said: console.log,
  });
  const { idle = [], storm: stormed = [] } = found.kept;
  const cores = availableParallelism();
  const shares = stormed.map(
    ({ perSecond }, place) => perSecond / ((cores * 1_000) / (idle[place]?.hashMs ?? 1)),
  );
  const slower = stormed.map(({ inboxMs }, place) => inboxMs / (idle[place]?.inboxMs ?? 1));
  const row = (
    name: string,
    unit: string,
    ours: number,
    ratios: readonly number[],
    goal: ReturnType<typeof atMost>,
  ) => {
    const interval = medianInterval(ratios);
    return [
      name,
      `${number(ours)} ${unit}`,
      withInterval(interval),
      goalText(goal),
      verdictOn(interval, goal),
    ];
  };
  return {
    section: 'p16',
    table: {
      head: ['figure', 'median', 'ratio (95 %)', 'goal', 'verdict'],
      rows: [
        row(
          'log-ins beside cores × 1000 / hash',
          '/s',
          median(stormed.map(({ perSecond }) => perSecond)),
          shares,
          atLeast(0.8),
        ),
        row(
          'inbox p95 in a storm beside idle',
          'ms',
          median(stormed.map(({ inboxMs }) => inboxMs)),
          slower,
          atMost(2),
        ),
      ],
    },
    how:
      `${String(hands)} log-ins in flight on ${String(cores)} cores, which the API, MariaDB and the load share with the ` +
      `hashing (${number(median(idle.map(({ hashMs }) => hashMs)))} ms each, alone); ${roundsText(found)}.`,
  };
}

async function repeated(times: number, work: () => Promise<number>): Promise<number[]> {
  const found: number[] = [];
  while (found.length < times) found.push(await work());
  return found;
}
