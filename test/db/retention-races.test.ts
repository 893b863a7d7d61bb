/** A hold or a reception of a client code comes at the moment in which its documents are destroyed (X-02, UP-17). */
import { setTimeout as pause } from 'node:timers/promises';
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { retentionActivities } from '../../activities/retention.ts';
import { placeHold } from '../../db/changes/retention-holds.ts';
import { OPERATOR_CHAIN } from '../../db/event-chain.ts';
import { createDiskStore } from '../../platform/disk-store.ts';
import type { World } from '../support/fixtures.ts';
import { createWorld } from '../support/fixtures.ts';
import { receives } from '../support/recipients.ts';
import { aRetained } from '../support/retained.ts';
import { staffMember } from '../support/staff.ts';
import { atStatement } from '../support/stops.ts';
import { until } from '../support/wait.ts';

const at = '2038-01-01T02:00:00.000Z';
let world: World;
let clientCodeId: string;
let due: { readonly id: string; readonly blobId: string };
beforeEach(async () => {
  world = await createWorld();
  const store = await createDiskStore(world.objectFolder);
  due = await aRetained(world.knex, store, 'DL210003', '2020-01-01');
  clientCodeId = (await world.knex('client_codes').where({ code: 'DL210003' }).first()).id;
});
afterEach(() => world.close());

const sweep = async () => {
  const objectStore = await createDiskStore(world.objectFolder);
  const { destroyed } = await retentionActivities({
    ...{ knex: world.knex, objectStore },
    clock: () => at,
  }).destroyDueDocuments(at);
  return destroyed;
};
const hold = async () =>
  placeHold(world.knex)(
    { documentId: null, clientCodeId, reason: 'Tax audit' },
    { actor: await staffMember(world.knex), at },
    { id: '1'.repeat(64), bodyHash: 'b'.repeat(64), receivedAt: at },
  );
/** Somebody waits for what that statement locks. */
const waits = (statement: string) =>
  until(`somebody waits in ${statement}`, async () => (await atStatement(world.knex, statement)) > 0);
/** What comes of both when the second begins while the first is stopped at a row that somebody else has locked. */
async function meanwhile<First, Second>(
  row: { readonly table: string; readonly where: object; readonly statement: string },
  first: () => Promise<First>,
  second: () => Promise<Second>,
) {
  const paused = await world.knex.transaction();
  try {
    await paused(row.table).where(row.where).forUpdate().first();
    const begun = outcome(first());
    await waits(row.statement);
    const after = outcome(second());
    const isWaiting = await Promise.race([after.then(() => false), pause(500).then(() => true)]);
    await paused.rollback();
    return { first: await begun, isWaiting, second: await after };
  } finally {
    if (!paused.isCompleted()) await paused.rollback();
  }
}
const outcome = <Result>(work: Promise<Result>) => work.catch((error: unknown) => String(error));
const blob = () => ({ table: 'blobs', where: { id: due.blobId }, statement: 'update `blobs`%' });
const chain = {
  ...{ table: 'chain_heads', where: { chain_id: OPERATOR_CHAIN } },
  statement: 'select%`chain_heads`%for update',
};

test('a hold on a client code waits for the sweep that is at it: nobody is told that it is held and loses it', async () => {
  const done = await meanwhile(blob(), sweep, hold);
  expect(done).toMatchObject({ first: 1, isWaiting: true, second: { id: expect.any(String) } });
});

test('a sweep waits for the hold on a client code that is being placed, and leaves its documents alone', async () => {
  const done = await meanwhile(chain, hold, sweep);
  expect(done).toMatchObject({ first: { id: expect.any(String) }, isWaiting: true, second: 0 });
});

test('a reception that begins meanwhile waits for the sweep as well', async () => {
  const userId = await world.userId('an.peeters');
  const done = await meanwhile(blob(), sweep, () => receives(world.knex, userId, 'DL210003'));
  expect(done).toMatchObject({ first: 1, isWaiting: true, second: expect.any(String) });
});
