/** Where the time of one decision goes: each step alone, by its median. What is left over is named too. */
import { randomUUID } from 'node:crypto';
import type { Knex } from 'knex';
import { createLives } from '../api/lives/lives.ts';
import { commandMailItem } from '../db/changes/command-mail-item.ts';
import { sessionByTokenHash } from '../db/queries/identity.ts';
import { mailItemById } from '../db/queries/mail-item.ts';
import { rememberedAnswer } from '../db/queries/remembered-answer.ts';
import { hashToken } from '../platform/tokens.ts';
import { ask } from './http.ts';
import type { Command } from './load.ts';
import { oneByOne } from './load.ts';
import { milliseconds, probeMachine } from './probes.ts';
import type { Table } from './report.ts';
import { nextWish } from './sides/ours.ts';
import type { Statement } from './statements.ts';
import { medians, statementsOf } from './statements.ts';
import { median } from './statistics.ts';
import type { Company, Letter, Postman } from './world.ts';
import { hashOf, now } from './world.ts';

const TIMES = 100;

export interface Stage {
  readonly postman: Postman;
  readonly company: Company;
  /** One that is decided through its life, one whose row is decided behind its life's back. */
  readonly letters: readonly [Letter, Letter];
  readonly ours: Command;
  readonly reference: Command;
  readonly api: string;
  readonly folder: string;
}

export async function measureSteps(stage: Stage): Promise<Table> {
  const { postman, company, letters, ours, reference, api, folder } = stage;
  const { knex } = postman;
  const [alive, behind] = letters;
  const whole = median(await oneByOne(ours, TIMES));
  const bare = median(await oneByOne(reference, TIMES));
  const http = await repeated(() => ask(`${api}/health/live`, {}));
  const reads = [
    [
      'session, memberships, grants',
      await repeated(() => sessionByTokenHash(knex, hashToken(company.token), now())),
    ],
    ['the item', await repeated(() => mailItemById(knex, alive.id))],
    ['remembered answer', await repeated(() => rememberedAnswer(knex, hashOf(randomUUID())))],
  ] as const;
  const update = await updateOf(postman, company, alive);
  const statements = await statementsOfChange(knex, company, behind);
  const change = statements.reduce((total, { ms }) => total + ms, 0);
  const rows: readonly (readonly [step: string, ms: number, of: string])[] = [
    ['the whole command, HTTP to HTTP', whole, ''],
    ['fdatasync of 4 KiB, one', (await probeMachine(folder)).syncMs, 'every commit'],
    ['smallest answer of the API (HTTP, middleware, log)', http, 'whole'],
    ...reads.map(([name, ms]) => [`read: ${name}`, ms, 'whole'] as const),
    ['update of the life, client to client', update, 'whole'],
    ['bare update with an empty local activity', bare, 'update'],
    ['the change, all of it', change, 'update'],
    ...statements.map(({ name, ms }) => [name, ms, 'change'] as const),
  ];
  return {
    head: ['step', 'ms (p50)', 'part of'],
    rows: rows.map(([step, ms, of]) => [step, ms.toFixed(2), of]),
  };
}

async function repeated(step: () => Promise<unknown>): Promise<number> {
  const times: number[] = [];
  while (times.length < TIMES) times.push(await milliseconds(step));
  return median(times);
}

/** As the API sends it, from this process. */
async function updateOf(postman: Postman, company: Company, { id }: Letter): Promise<number> {
  const lives = createLives(postman);
  const times: number[] = [];
  for (let done = 0; done < TIMES; done += 1) {
    const read = await mailItemById(postman.knex, id);
    if (read === null) throw new Error(`no mail item ${id}`);
    const message = messageFor(company, id, read.item.version, done % 2 === 1);
    times.push(await milliseconds(() => lives.commandMailItem('decide', message, read)));
  }
  return median(times);
}

async function statementsOfChange(knex: Knex, company: Company, { id }: Letter): Promise<Statement[]> {
  const runs: Statement[][] = [];
  let version = 1;
  for (let done = 0; done < TIMES; done += 1) {
    const decide = async () => {
      const message = messageFor(company, id, version, done % 2 === 1);
      ({ version } = await commandMailItem(knex, 'decide')(message));
    };
    const run = await statementsOf(knex, decide);
    // Forwarding after keeping writes a task for the site, keeping after forwarding cancels it.
    if (done % 2 === 1) runs.push(run);
  }
  return medians(runs);
}

function messageFor(company: Company, itemId: string, version: number, isKept: boolean) {
  return {
    itemId,
    actor: { type: 'user', id: company.userId } as const,
    request: { id: hashOf(randomUUID()), bodyHash: hashOf('body'), receivedAt: now() },
    input: { asked: nextWish(isKept), version },
  };
}
