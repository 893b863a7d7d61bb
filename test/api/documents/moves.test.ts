import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { aKey, createWorld } from '../../support/fixtures.ts';
import type { World } from '../../support/fixtures.ts';

type Headers = Record<string, string>;

let world: World;
let an: Headers;

beforeAll(async () => {
  world = await createWorld();
  an = await world.as('an.peeters');
});
afterAll(() => world.close());

const get = (path: string, as: Headers = an) => world.http.get(path).set(as);
const move = (id: string, to: 'archive' | 'trash', as: Headers = an, key = aKey()) =>
  world.http.post(`/v1/documents/${id}/${to}`).set({ ...as, ...key });

describe('a scan', () => {
  test('is told with its pages and its letter, and what that means for the paper', async () => {
    const { documentId, itemId, pdf } = await world.arrive({ pageCount: 3, reference: 'REF-PAGES' });
    const answer = await get(`/v1/documents/${documentId}`, { ...an, 'Accept-Language': 'en' });
    expect(answer.body).toEqual({
      id: documentId,
      mailItemId: itemId,
      postboxId: await world.boxId('BE 1001'),
      siteReference: 'REF-PAGES',
      publishedAt: '2027-02-02T14:00:00.000Z',
      location: 'inbox',
      pageCount: 3,
      bytes: pdf.length,
      trashing: null,
      paper: 'Nothing changes for the paper: the letter goes its own way, whatever happens to the scan.',
    });
  });

  test('is archived, whatever happens to the letter, and stays so however often it is asked', async () => {
    const { documentId, itemId } = await world.arrive();
    const before = await world.knex('mail_items').where({ id: itemId }).first('version', 'stage');
    const key = aKey();
    const first = await move(documentId, 'archive', an, key);
    expect([first.status, first.body.location]).toEqual([200, 'archive']);
    expect((await move(documentId, 'archive', an, key)).body).toEqual(first.body);
    expect((await move(documentId, 'archive')).body).toEqual(first.body);
    expect(await world.knex('mail_items').where({ id: itemId }).first('version', 'stage')).toEqual(before);
    const events = await world.knex('events').where({ subject_id: documentId, kind: 'document.archived' });
    expect(events).toHaveLength(1);
  });

  test('goes to the trash for 30 calendar days, and the paper goes on', async () => {
    const { documentId, itemId } = await world.arrive();
    await move(documentId, 'archive');
    const before = await world.knex('mail_items').where({ id: itemId }).first('version', 'stage');
    const key = aKey();
    const answer = await move(documentId, 'trash', { ...an, 'Accept-Language': 'en' }, key);
    expect(answer.status).toBe(201);
    expect(answer.headers['location']).toBe(`/v1/trashings/${answer.body.id}`);
    expect(answer.body).toMatchObject({
      documentId,
      mailItemId: itemId,
      state: 'in-trash',
      restoresTo: 'archive',
      isOnHold: false,
      purge: {
        on: '2027-03-05',
        at: '2027-03-04T23:00:00.000Z',
        localAt: '2027-03-05T00:00:00+01:00',
        zone: 'Europe/Brussels',
        rule: 'PP-14',
        policyVersion: 1,
      },
      closedAt: null,
    });
    expect(answer.body.text).toMatch(/deleted for ever on .*5 Mar 2027, 00:00/);
    expect(answer.body.paper).toMatch(/Nothing changes for the paper/);
    expect(await world.knex('mail_items').where({ id: itemId }).first('version', 'stage')).toEqual(before);

    const again = await move(documentId, 'trash', { ...an, 'Accept-Language': 'en' }, key);
    expect([again.status, again.body]).toEqual([201, answer.body]);
    const shown = await get(`/v1/documents/${documentId}`, { ...an, 'Accept-Language': 'en' });
    expect(shown.body).toMatchObject({ location: 'trash', trashing: answer.body });
    expect((await get(`/v1/trashings/${answer.body.id}`, { ...an, 'Accept-Language': 'en' })).body).toEqual(
      answer.body,
    );
    expect((await get(`/v1/documents/${documentId}/content`)).status).toBe(200);

    const refused = await Promise.all([move(documentId, 'trash'), move(documentId, 'archive')]);
    expect(refused.map(({ status, body }) => [status, body.reason])).toEqual([
      [409, 'document.in-trash'],
      [409, 'document.in-trash'],
    ]);
  });

  test('trashed twice at once lies there once', async () => {
    const { documentId } = await world.arrive();
    const answers = await Promise.all([move(documentId, 'trash'), move(documentId, 'trash')]);
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 409]);
    expect(await world.knex('trashings').where({ document_id: documentId })).toHaveLength(1);
  });
});

test.each([
  ['the administrator', 'an.peeters', [200, 201]],
  ['who may decide', 'bart.claes', [200, 201]],
  ['who may only read', 'chloe.lambert', [403, 403]],
  ['another company', 'luc.dumont', [404, 404]],
  ['staff of the site', 'sam.brussel', [403, 403]],
  ['the operator', 'olga.operator', [403, 403]],
])('moving a scan: %s', async (_who, username, expected) => {
  const { documentId } = await world.arrive();
  const as = await world.as(username);
  const statuses = [
    (await move(documentId, 'archive', as)).status,
    (await move(documentId, 'trash', as)).status,
  ];
  expect(statuses).toEqual(expected);
});

describe('the trash', () => {
  test('lists what the caller may see, page by page, newest letter first', async () => {
    const luc = await world.as('luc.dumont');
    const mine: string[] = [];
    for (let count = 0; count < 5; count += 1) {
      const { documentId } = await world.arrive({ box: 'BE 2001' });
      mine.unshift(documentId);
    }
    for (const id of [...mine].sort()) expect((await move(id, 'trash', luc)).status).toBe(201);
    const seen: string[] = [];
    let after = '';
    do {
      const page = await get(`/v1/trash?limit=2${after === '' ? '' : `&after=${after}`}`, luc);
      seen.push(...page.body.items.map((item: { documentId: string }) => item.documentId));
      after = page.body.next ?? '';
    } while (after !== '');
    expect(seen).toEqual(mine);
  });

  test('is that of one box for who was granted that box', async () => {
    const there = await world.arrive({ box: 'BE 1001' });
    const elsewhere = await world.arrive({ box: 'PT 1003' });
    await move(there.documentId, 'trash');
    await move(elsewhere.documentId, 'trash');
    const idsFor = async (username: string) => {
      const { body } = await get('/v1/trash?limit=100', await world.as(username));
      return body.items.map((item: { documentId: string }) => item.documentId) as string[];
    };
    expect(await idsFor('chloe.lambert')).toContain(there.documentId);
    expect(await idsFor('chloe.lambert')).not.toContain(elsewhere.documentId);
    expect(await idsFor('an.peeters')).toEqual(
      expect.arrayContaining([there.documentId, elsewhere.documentId]),
    );
    expect(await idsFor('emma.jansen')).toEqual([]);
  });

  test('shows a hold on the letter before its life has heard of it; no day is promised then', async () => {
    const { documentId, itemId } = await world.arrive();
    const { body } = await move(documentId, 'trash');
    await world
      .knex('mail_items')
      .where({ id: itemId })
      .update({ held_since_at: new Date(world.time.now) });
    const shown = await get(`/v1/trashings/${body.id}`);
    expect(shown.body).toMatchObject({ state: 'on-hold', isOnHold: true, purge: null });
    const listed = await get('/v1/trash?limit=100');
    const line = listed.body.items.find((item: { id: string }) => item.id === body.id);
    expect(line).toMatchObject({ state: 'on-hold', purge: null, restoresTo: 'inbox' });
  });

  test('a cursor of nobody is refused', async () => {
    expect((await get('/v1/trash?after=bm9uc2Vuc2U')).body.reason).toBe('request.invalid');
  });
});
