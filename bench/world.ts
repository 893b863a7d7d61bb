/** The ground the measurements stand on: companies with a box and a customer each, and letters whose lives have begun. */
import { createHash, randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import type { Client } from '@temporalio/client';
import type { Knex } from 'knex';
import { v7 as uuid } from 'uuid';
import { openSession } from '../db/changes/open-session.ts';
import { receiveMailItem } from '../db/changes/receive-mail-item.ts';
import type { Instant } from '../domain/calendar.ts';
import { instantOf } from '../domain/calendar.ts';
import { sessionEnd } from '../domain/session.ts';
import { hashToken, newToken } from '../platform/tokens.ts';
import { createWaker } from '../relay/wake.ts';
import type { House, HousePlan } from '../test/support/house.ts';
import { buildHouse } from '../test/support/house.ts';

export interface Company extends House {
  /** The bearer token of its customer, logged in just now. */
  readonly token: string;
}

export interface Letter {
  readonly id: string;
  readonly token: string;
}

export const now = (): Instant => instantOf(Date.now());

export async function openCompany(knex: Knex, plan: HousePlan): Promise<Company> {
  const house = await buildHouse(knex, plan);
  return { ...house, token: await openSessionOf(knex, house.userId) };
}

/** The bearer token of somebody who has just logged in. */
export async function openSessionOf(knex: Knex, userId: string): Promise<string> {
  const token = newToken();
  const at = now();
  const expiresAt = sessionEnd('bearer', at);
  const session = { id: uuid(), userId, kind: 'bearer' as const, at, expiresAt };
  await openSession(knex)({ ...session, tokenHash: hashToken(token) });
  return token;
}

export const bearer = (token: string) => ({ Authorization: `Bearer ${token}` });

export interface Postman {
  readonly knex: Knex;
  readonly client: Client;
  readonly taskQueue: string;
}

/** So many letters, spread over the companies, each with a life that waits; their arrival mails have gone. */
export async function deliver(
  { knex, client, taskQueue }: Postman,
  companies: readonly Company[],
  count: number,
): Promise<Letter[]> {
  const waker = createWaker({ client, knex, taskQueue });
  const letters: Letter[] = [];
  const arrivals = Array.from({ length: count }, (_, index) => companies[index % companies.length]);
  await inBatches(arrivals, async (company) => {
    if (company === undefined) throw new Error('nobody to deliver to');
    const id = await receive(knex, company);
    await waker.wake('mail-item', id);
    letters.push({ id, token: company.token });
  });
  await untilTold(knex);
  return letters;
}

async function receive(knex: Knex, company: Company): Promise<string> {
  const id = uuid();
  const at = now();
  const scan = {
    itemId: id,
    siteId: company.siteId,
    postboxNumber: company.postboxNumber,
    siteReference: `bench-${id}`,
    addresseeId: null,
    senderLine: null,
    receivedAt: at,
    weightGrams: 20,
    format: 'letter' as const,
    pageCount: 1,
    blob: { id: uuid(), wrappedKey: 'none', sha256: hashOf(id), bytes: 1 },
  };
  const request = { id: hashOf(randomUUID()), bodyHash: hashOf(id), receivedAt: at };
  await receiveMailItem(knex, now)(scan, { type: 'site', id: company.siteId }, request);
  return id;
}

async function untilTold(knex: Knex): Promise<void> {
  const isOwed = () => knex('notices').whereNull('told_at').first<{ notice_key: string } | undefined>();
  while ((await isOwed()) !== undefined) await pause(100);
}

const AT_ONCE = 8;

/** The work for each of the things, eight at once. */
export async function inBatches<T>(things: readonly T[], work: (thing: T) => Promise<void>): Promise<void> {
  const queue = [...things];
  const hand = async () => {
    for (let thing = queue.shift(); thing !== undefined; thing = queue.shift()) await work(thing);
  };
  await Promise.all(Array.from({ length: AT_ONCE }, hand));
}

export function hashOf(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}
