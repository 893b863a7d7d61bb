/** The daily sweep of retention: warns once, destroys at the later of display and law, never what is held. */
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { retentionActivities } from '../../activities/retention.ts';
import type { Actor } from '../../db/changes/append-event.ts';
import { commandReception } from '../../db/changes/command-reception.ts';
import { placeHold, releaseHold } from '../../db/changes/retention-holds.ts';
import type { ObjectStore } from '../../platform/object-store.ts';
import { createDiskStore } from '../../platform/disk-store.ts';
import type { World } from '../support/fixtures.ts';
import { createWorld } from '../support/fixtures.ts';
import { aRetained } from '../support/retained.ts';
import { receives } from '../support/recipients.ts';
import { staffMember } from '../support/staff.ts';

let world: World;
let store: ObjectStore;
let staff: { readonly actor: Actor; readonly at: string };
beforeEach(async () => {
  world = await createWorld();
  staff = { actor: await staffMember(world.knex), at: day('2037-12-01') };
  store = await createDiskStore(world.objectFolder);
});
afterEach(() => world.close());

const day = (on: string) => `${on}T02:00:00.000Z`;
const activities = (objectStore: ObjectStore = store) =>
  retentionActivities({ knex: world.knex, objectStore, clock: () => day('2038-01-01') });
const destroy = async (on: string, objectStore?: ObjectStore) =>
  (await activities(objectStore).destroyDueDocuments(day(on))).destroyed;
const warn = async (on: string) => (await activities().warnOfDestruction(day(on))).warned;
const document = (code: string, issuedOn: string, more: object = {}) =>
  aRetained(world.knex, store, code, issuedOn, { ...more });
const rowOf = (id: string) => world.knex('issued_documents').where({ id }).first();
const request = (n: number) => ({
  id: String(n).repeat(64),
  bodyHash: 'b'.repeat(64),
  receivedAt: day('2037-12-01'),
});

test('ten years from 1 January after the invoice year, in the zone of the brand; then key, object and record', async () => {
  const old = await document('DL210003', '2027-12-31');
  const young = await document('DL210003', '2028-01-01');
  expect(await destroy('2037-12-31')).toBe(0);
  // 23:30 in Brussels is still the year before.
  expect((await activities().destroyDueDocuments('2037-12-31T22:30:00.000Z')).destroyed).toBe(0);
  expect((await activities().destroyDueDocuments('2037-12-31T23:30:00.000Z')).destroyed).toBe(1);
  expect(await destroy('2038-01-01')).toBe(0);
  expect([await store.exists(old.blobId), await store.exists(young.blobId)]).toEqual([false, true]);
  const blob = await world.knex('blobs').where({ id: old.blobId }).first();
  expect([blob.wrapped_key, blob.destroyed_at !== null]).toEqual([null, true]);
  expect((await rowOf(old.id)).destroyed_at).not.toBeNull();
  const events = await world.knex('events').where({ kind: 'issued-document.destroyed' });
  expect(events).toHaveLength(1);
  expect(events[0].body).toContain(old.id);
  expect((await rowOf(young.id)).destroying_since_at).toBeNull();
});

const optOut = (receptionId: string, at: string) =>
  commandReception(
    world.knex,
    'optOut',
  )({ receptionId, actor: staff.actor, request: { ...request(7), id: randomUUID(), receivedAt: at } });

test('UP-17: shown while the account receives; its end is warned of before anything is destroyed, and who comes back keeps all', async () => {
  const userId = await world.userId('an.peeters');
  const receptionId = await receives(world.knex, userId, 'DL210003');
  const { id } = await document('DL210003', '2027-05-01');
  expect([await warn('2040-05-31'), await destroy('2040-06-01')]).toEqual([0, 0]);
  await optOut(receptionId, '2040-06-01T12:00:00.000Z');
  expect([await warn('2040-06-01'), await destroy('2040-06-01')]).toEqual([0, 0]);
  expect([await warn('2040-06-02'), await destroy('2040-06-02'), await warn('2040-06-03')]).toEqual([
    1, 0, 0,
  ]);
  const notices = await world.knex('personal_notices').where({ kind: 'documents-ending' });
  expect(notices.map(({ user_id: user, facts }) => [user, JSON.parse(facts)])).toEqual([
    [userId, { count: 1, destroyOn: '2040-07-02' }],
  ]);
  expect(await destroy('2040-07-01')).toBe(0);
  const again = await receives(world.knex, userId, 'DL210003');
  expect(await destroy('2040-07-02')).toBe(0);
  await optOut(again, '2040-07-02T12:00:00.000Z');
  expect([await destroy('2040-08-01'), await destroy('2040-08-02')]).toEqual([0, 1]);
  expect((await rowOf(id)).destroyed_at).not.toBeNull();
});

test('what ends on one local day, before its sweep and after it, is one warning', async () => {
  const userId = await world.userId('an.peeters');
  const [one, other] = [
    await receives(world.knex, userId, 'DL210003'),
    await receives(world.knex, userId, 'DL510004'),
  ];
  await document('DL210003', '2027-05-01');
  await document('DL510004', '2027-05-01');
  await optOut(one, '2040-05-31T22:00:00.000Z');
  expect(await warn('2040-06-01')).toBe(0);
  await optOut(other, '2040-06-01T21:59:59.999Z');
  expect([await warn('2040-06-02'), await warn('2040-06-03')]).toEqual([1, 0]);
  const notices = await world.knex('personal_notices').where({ kind: 'documents-ending' });
  expect(notices.map(({ facts }) => JSON.parse(facts))).toEqual([{ count: 2, destroyOn: '2040-07-02' }]);
  expect([await destroy('2040-07-01'), await destroy('2040-07-02')]).toEqual([0, 2]);
});

test('where display lasts seven years, reception changes nothing: the law is later', async () => {
  await receives(world.knex, await world.userId('emma.jansen'), 'KE700001');
  await document('KE700001', '2027-06-01');
  expect([await destroy('2037-12-31'), await destroy('2038-01-01')]).toEqual([0, 1]);
});

test('a hold on the document or on its client code keeps it; released, it is warned of and taken thirty days later', async () => {
  const [one, other] = [await document('DL210003', '2020-01-01'), await document('DL510004', '2020-01-01')];
  const reason = 'Tax audit';
  const client = await world.knex('client_codes').where({ code: 'DL510004' }).first();
  const first = await placeHold(world.knex)(
    { documentId: one.id, clientCodeId: null, reason },
    staff,
    request(1),
  );
  await placeHold(world.knex)({ documentId: null, clientCodeId: client.id, reason }, staff, request(2));
  expect([await warn('2031-12-10'), await destroy('2038-01-01')]).toEqual([0, 0]);
  await releaseHold(world.knex)(first.id, staff, request(3));
  await expect(releaseHold(world.knex)(first.id, staff, request(4))).rejects.toThrow(
    'retention-hold.released',
  );
  expect([await destroy('2037-12-31'), await destroy('2038-01-01')]).toEqual([0, 1]);
  expect((await rowOf(other.id)).destroying_since_at).toBeNull();
  const held = { documentId: one.id, clientCodeId: null, reason };
  await expect(placeHold(world.knex)(held, staff, request(5))).rejects.toThrow('issued-document.destroyed');
});

test('who still sees it is warned thirty days before, once, with how many there are', async () => {
  const userId = await world.userId('an.peeters');
  const until = '2029-06-01T00:00:00.000Z';
  await receives(world.knex, userId, 'DL210003', { until });
  await receives(world.knex, userId, 'DL510004', { until });
  await document('DL210003', '2027-03-01');
  await document('DL510004', '2027-04-01');
  await document('DL510004', '2027-05-01', { withdrawn_at: new Date('2027-05-02') });
  await document('DL210002', '2027-03-01');
  expect([await warn('2037-12-01'), await warn('2037-12-02'), await warn('2037-12-03')]).toEqual([0, 1, 0]);
  const notices = await world.knex('personal_notices').where({ kind: 'documents-ending' });
  expect(notices.map(({ user_id: id, facts }) => [id, JSON.parse(facts)])).toEqual([
    [userId, { count: 2, destroyOn: '2038-01-01' }],
  ]);
});

test('killed between key and object, and between object and record: the repeat goes on, and tells nothing twice', async () => {
  const { id, blobId } = await document('DL210003', '2020-01-01');
  const broken = { ...store, remove: () => Promise.reject(new Error('killed')) };
  await expect(destroy('2038-01-01', broken)).rejects.toThrow('killed');
  expect((await world.knex('blobs').where({ id: blobId }).first()).wrapped_key).toBeNull();
  expect([await store.exists(blobId), (await rowOf(id)).destroyed_at]).toEqual([true, null]);
  expect(await destroy('2038-01-01')).toBe(0);
  expect([await store.exists(blobId), (await rowOf(id)).destroyed_at !== null]).toEqual([false, true]);
  expect(await world.knex('events').where({ kind: 'issued-document.destroyed' })).toHaveLength(1);
});

test('two sweeps at once destroy each document once; a hold placed meanwhile waits or is refused', async () => {
  const documents = await Promise.all(Array.from({ length: 8 }, () => document('DL210003', '2020-01-01')));
  const [last] = documents.slice(-1);
  const held = { documentId: last?.id ?? '', clientCodeId: null, reason: 'Audit' };
  const placing = placeHold(world.knex)(held, staff, request(6)).then(
    () => 'held',
    (error: unknown) => (error as Error).message,
  );
  const counts = await Promise.all([destroy('2038-01-01'), destroy('2038-01-01'), placing]);
  const isHeld = counts[2] === 'held';
  expect([isHeld ? 7 : 8, isHeld ? 'held' : 'issued-document.destroyed']).toEqual([
    counts[0] + counts[1],
    counts[2],
  ]);
  const told = await world.knex('events').where({ kind: 'issued-document.destroyed' }).pluck('body');
  const ids = told.flatMap((body: string) =>
    (JSON.parse(body) as { documents: string[][] }).documents.map(([id]) => id),
  );
  expect(new Set(ids).size).toBe(ids.length);
});
