import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { aKey, said } from '../../support/fixtures.ts';
import { createLivingWorld } from '../../support/living-world.ts';
import { until } from '../../support/wait.ts';

type Headers = Record<string, string>;

let world: Awaited<ReturnType<typeof createLivingWorld>>;
let an: Headers;
let bart: Headers;

beforeAll(async () => {
  world = await createLivingWorld();
  // A purge at once is due by the clock of Temporal.
  world.time.now = Date.now();
  an = await world.as('an.peeters');
  bart = await world.as('bart.claes');
}, 120_000);
afterAll(() => world.close(), 60_000);

const post = (path: string, body: object = {}, as: Headers = an, key: Headers = aKey()) =>
  world.http
    .post(path)
    .set({ ...as, ...key })
    .send(body);
const purge = (id: string, token?: string, as: Headers = an, key: Headers = aKey()) =>
  post(`/v1/trashings/${id}/purge`, token === undefined ? {} : { confirmationToken: token }, as, key);
const restore = (id: string, as: Headers = an, key: Headers = aKey()) =>
  post(`/v1/trashings/${id}/restore`, {}, as, key);

async function trashed() {
  const letter = await world.arrive();
  const { body } = await post(`/v1/documents/${letter.documentId}/trash`);
  return { ...letter, id: body.id as string };
}
const locationOf = async (documentId: string) =>
  (await world.http.get(`/v1/documents/${documentId}`).set(an)).body.location as string;
describe('restoring', () => {
  test('puts it back where it was, and the same key gets the same answer', async () => {
    const { id, documentId } = await trashed();
    const key = aKey();
    const answer = await restore(id, bart, key);
    expect(answer.status).toBe(200);
    expect(answer.body).toMatchObject({
      id,
      documentId,
      state: 'restored',
      restoresTo: 'inbox',
      purge: null,
    });
    expect(await locationOf(documentId)).toBe('inbox');
    expect((await restore(id, bart, key)).body).toEqual(answer.body);
    expect(said(await restore(id))).toEqual([409, 'trashing.restored']);
    expect(said(await purge(id))).toEqual([409, 'trashing.restored']);
    expect((await world.http.get('/v1/trash?limit=100').set(an)).body.items).toEqual(
      expect.not.arrayContaining([expect.objectContaining({ id })]),
    );
  });

  test('asked for twice at once under one key gives one answer twice', async () => {
    for (let time = 0; time < 5; time += 1) {
      const { id } = await trashed();
      const key = aKey();
      const [one, other] = await Promise.all([restore(id, an, key), restore(id, an, key)]);
      expect([said(one), said(other)]).toEqual([
        [200, undefined],
        [200, undefined],
      ]);
      expect(one.body).toEqual(other.body);
    }
  });

  test('a later stay has an id and a clock of its own', async () => {
    const { id, documentId } = await trashed();
    await restore(id);
    const again = await post(`/v1/documents/${documentId}/trash`);
    expect(again.status).toBe(201);
    expect(again.body.id).not.toBe(id);
  });
});

describe('purge now', () => {
  test('asked for twice: key, scan and object are gone, a record is left, the paper goes on', async () => {
    const { id, documentId, blobId, itemId } = await trashed();
    const key = aKey();
    const first = await purge(id, undefined, an, key);
    expect(first.status).toBe(202);
    expect(first.body).toMatchObject({ trashingId: id, zone: 'Europe/Brussels' });
    expect((await purge(id, undefined, an, key)).body).toEqual(first.body);
    expect(await locationOf(documentId)).toBe('trash');

    const confirmation = aKey();
    const second = await purge(id, first.body.confirmationToken, an, confirmation);
    expect([second.status, second.body.state]).toEqual([200, 'purging']);
    await until('destroyed', async () => (await locationOf(documentId)) === 'destroyed');
    expect((await purge(id, first.body.confirmationToken, an, confirmation)).body).toEqual(second.body);

    expect(await world.knex('blobs').where({ id: blobId }).first()).toMatchObject({ wrapped_key: null });
    expect(await world.deps.objectStore.exists(blobId)).toBe(false);
    const content = await world.http.get(`/v1/documents/${documentId}/content`).set(an);
    expect(said(content)).toEqual([409, 'document.purged']);
    expect((await world.http.get(`/v1/trashings/${id}`).set(an)).body).toMatchObject({ state: 'purged' });
    const record = await world
      .knex('events')
      .where({ subject_id: documentId, kind: 'document.purged' })
      .first();
    expect(JSON.parse(record.body)).toMatchObject({ blobId, trashingId: id });
    expect(await world.knex('mail_items').where({ id: itemId }).first()).toMatchObject({ closed_at: null });
    for (const late of [restore(id), purge(id)]) expect(said(await late)).toEqual([409, 'trashing.purged']);
    for (const to of ['trash', 'archive'])
      expect(said(await post(`/v1/documents/${documentId}/${to}`))).toEqual([409, 'document.purged']);
  });

  test('is confirmed by the same user for the same stay only', async () => {
    const [one, other] = [await trashed(), await trashed()];
    const token = (await purge(one.id)).body.confirmationToken as string;
    const barts = (await purge(one.id, undefined, bart)).body.confirmationToken as string;
    expect(barts).not.toBe(token);
    const changed = token.slice(0, -1) + (token.endsWith('A') ? 'B' : 'A');
    const later = `z${token.slice(1)}`;
    for (const refused of [
      purge(one.id, token, bart),
      purge(one.id, barts, an),
      purge(other.id, token),
      purge(one.id, changed),
      purge(one.id, later),
      purge(one.id, 'nonsense'),
    ])
      expect(said(await refused)).toEqual([422, 'trashing.confirmation-wrong']);
    expect([await locationOf(one.documentId), await locationOf(other.documentId)]).toEqual([
      'trash',
      'trash',
    ]);
    expect((await purge(one.id, barts, bart)).status).toBe(200);
  });

  test('is confirmed within ten minutes, the last instant included', async () => {
    const { id } = await trashed();
    const token = (await purge(id)).body.confirmationToken as string;
    const began = world.time.now;
    world.time.now = began + 600_001;
    const late = await purge(id, token);
    world.time.now = began;
    expect(said(late)).toEqual([409, 'trashing.confirmation-expired']);
    const justInTime = (await purge(id)).body;
    world.time.now = Date.parse(justInTime.endsAt);
    const answer = await purge(id, justInTime.confirmationToken);
    world.time.now = began;
    expect(answer.status).toBe(200);
  });

  test('the confirmation is a command of its own: the key of the first call is taken', async () => {
    const { id } = await trashed();
    const key = aKey();
    const { body } = await purge(id, undefined, an, key);
    expect(said(await purge(id, body.confirmationToken, an, key))).toEqual([409, 'request.key-reused']);
  });

  test('a hold on the letter stops both calls, and restoring goes on', async () => {
    const { id, itemId } = await trashed();
    const token = (await purge(id)).body.confirmationToken as string;
    await world
      .knex('mail_items')
      .where({ id: itemId })
      .update({ held_since_at: new Date(world.time.now) });
    expect(said(await purge(id))).toEqual([409, 'trashing.on-hold']);
    expect(said(await purge(id, token))).toEqual([409, 'trashing.on-hold']);
    expect((await restore(id)).status).toBe(200);
  });

  test('restore and purge at the same moment: one of them', async () => {
    for (let time = 0; time < 5; time += 1) {
      const { id, documentId } = await trashed();
      const token = (await purge(id)).body.confirmationToken as string;
      const [restored, purged] = await Promise.all([restore(id), purge(id, token)]);
      await until('out of the trash', async () => (await locationOf(documentId)) !== 'trash');
      const isRestored = (await locationOf(documentId)) === 'inbox';
      expect(said(restored)).toEqual(isRestored ? [200, undefined] : [409, 'trashing.purged']);
      // A purge that was asked for first may still lose against the restoring.
      if (purged.status !== 200) expect(said(purged)).toEqual([409, 'trashing.restored']);
    }
  });
});

test.each([
  ['who may only read', 'chloe.lambert', 200, 403],
  ['another company', 'luc.dumont', 404, 404],
  ['staff of the site', 'sam.brussel', 403, 403],
  ['the operator', 'olga.operator', 403, 403],
])('rights on a stay: %s', async (_who, username, reading, writing) => {
  const { id } = await trashed();
  const as = await world.as(username);
  const statuses = [
    (await world.http.get(`/v1/trashings/${id}`).set(as)).status,
    (await restore(id, as)).status,
    (await purge(id, undefined, as)).status,
  ];
  expect(statuses).toEqual([reading, writing, writing]);
});
