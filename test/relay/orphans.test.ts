import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals';
import { utimes } from 'node:fs/promises';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { v7 as uuid } from 'uuid';
import { hours } from '../../domain/calendar.ts';
import { removeOrphans } from '../../relay/orphans.ts';
import type { World } from '../support/fixtures.ts';
import { createWorld } from '../support/fixtures.ts';

let world: World;
beforeAll(async () => {
  world = await createWorld();
});
beforeEach(() => removeAll());
afterAll(() => world.close());

/** An object without a row that was written so many hours ago. */
async function orphan(hoursAgo: number): Promise<string> {
  const id = uuid();
  await world.deps.objectStore.put(id, Readable.from([Buffer.from('sealed')]));
  await age(id, hoursAgo);
  return id;
}

async function age(id: string, hoursAgo: number): Promise<void> {
  const at = (world.time.now - hours(hoursAgo)) / 1_000;
  await utimes(join(world.objectFolder, id.slice(-2), id), at, at);
}

async function removeAll(): Promise<void> {
  for await (const { id } of world.deps.objectStore.list()) await world.deps.objectStore.remove(id);
}

const clean = () => removeOrphans(world.deps);
const exists = (id: string) => world.deps.objectStore.exists(id);

test('an object without a row is gone after 24 hours, and not before', async () => {
  const [old, young] = [await orphan(24), await orphan(23.9)];
  expect(await clean()).toEqual([old]);
  expect([await exists(old), await exists(young)]).toEqual([false, true]);
  expect(await clean()).toEqual([]);
});

test('an object with a row stays, however old', async () => {
  const { blobId } = await world.arrive();
  await age(blobId, 24 * 365);
  expect(await clean()).toEqual([]);
  expect(await exists(blobId)).toBe(true);
});

test.each([
  ['whose key is destroyed', { wrapped_key: null }],
  ['whose row says destroyed', { destroyed_at: new Date() }],
])('an object %s is gone at once: a purge was interrupted', async (_how, row) => {
  const { blobId } = await world.arrive();
  await world.knex('blobs').where({ id: blobId }).update(row);
  expect(await clean()).toEqual([blobId]);
  expect(await exists(blobId)).toBe(false);
});

test('more than fit in one look-up are all looked at', async () => {
  const old = await Promise.all(Array.from({ length: 450 }, () => orphan(30)));
  const { blobId } = await world.arrive();
  expect(new Set(await clean())).toEqual(new Set(old));
  expect(await exists(blobId)).toBe(true);
});

test('while the database is away nothing is removed', async () => {
  const old = await orphan(30);
  const knex = (() => {
    throw new Error('away');
  }) as unknown as World['knex'];
  await expect(removeOrphans({ ...world.deps, knex })).rejects.toThrow('away');
  expect(await exists(old)).toBe(true);
});
