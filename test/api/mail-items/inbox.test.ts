import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { hours } from '../../../domain/calendar.ts';
import type { World } from '../../support/fixtures.ts';
import { createWorld, startAt } from '../../support/fixtures.ts';

let world: World;
beforeAll(async () => {
  world = await createWorld();
});
afterAll(() => world.close());

const inbox = async (who: string, query = '') => {
  const answer = await world.http.get(`/v1/mail-items${query}`).set(await world.as(who));
  expect([answer.status, answer.body.reason]).toEqual([200, undefined]);
  return answer.body as { items: Record<string, unknown>[]; next: string | null };
};
const ids = (page: { items: Record<string, unknown>[] }) => page.items.map(({ id }) => id);

describe('the inbox', () => {
  let first: string, second: string, third: string, other: string, documentId: string;
  beforeAll(async () => {
    const addresseeId = await world
      .knex('addressees as a')
      .join('postboxes as p', 'p.id', 'a.postbox_id')
      .where({ 'p.number': 'BE 1001', 'a.name': 'An Peeters' })
      .first('a.id')
      .then((row) => String(row.id));
    ({ itemId: first, documentId } = await world.arrive({ senderLine: 'Stad Gent', addresseeId }));
    world.time.now += hours(24);
    ({ itemId: second } = await world.arrive({ format: 'parcel', weightGrams: 900 }));
    ({ itemId: third } = await world.arrive({ box: 'BE 1002' }));
    ({ itemId: other } = await world.arrive({ box: 'NL 3001' }));
  });

  test('shows newest first what an administrator may read, and nothing of another company', async () => {
    expect(ids(await inbox('an.peeters'))).toEqual([third, second, first]);
    expect(ids(await inbox('emma.jansen'))).toEqual([other]);
    expect(ids(await inbox('luc.dumont'))).toEqual([]);
  });

  test('shows a user the boxes granted to him', async () => {
    expect(ids(await inbox('chloe.lambert'))).toEqual([second, first]);
    expect(ids(await inbox('bart.claes'))).toEqual([third, second, first]);
  });

  test('tells what a list needs, in the language of the reader', async () => {
    const { items } = await inbox('chloe.lambert');
    expect(items[1]).toMatchObject({
      id: first,
      version: 1,
      stage: 'undecided',
      stageText: 'attend votre choix',
      dueAt: '2027-02-16T23:00:00.000Z',
      costCents: 0,
      postboxNumber: 'BE 1001',
      senderLine: 'Stad Gent',
      addressee: { name: 'An Peeters' },
      format: 'letter',
      weightGrams: 20,
      receivedAt: startAt,
      publishedAt: startAt,
      unread: true,
      scan: { documentId, location: 'inbox', pageCount: 1 },
    });
  });

  test('comes in pages that neither repeat nor leave out', async () => {
    const page = await inbox('an.peeters', '?limit=2');
    expect(ids(page)).toEqual([third, second]);
    const rest = await inbox('an.peeters', `?limit=2&after=${page.next ?? ''}`);
    expect(ids(rest)).toEqual([first]);
    expect(rest.next).toBeNull();
  });

  test.each([
    ['of a stage', 'stage=forwarding', () => [third]],
    ['due before an instant', 'dueBefore=2027-02-17T00:00:00Z', () => [first]],
    ['due before a later instant', 'dueBefore=2027-02-19T00:00:00Z', () => [second, first]],
    ['with the scan in the trash', 'location=trash', () => []],
    ['with the scan in the inbox', 'location=inbox', () => [third, second, first]],
  ] as const)('filters letters %s', async (_what, query, expected) => {
    expect(ids(await inbox('an.peeters', `?${query}`))).toEqual(expected());
  });

  test('filters by box and by addressee', async () => {
    const box = await world.boxId('BE 1002');
    expect(ids(await inbox('an.peeters', `?postboxId=${box}`))).toEqual([third]);
    const { items } = await inbox('an.peeters');
    const addresseeId = (items[2]?.['addressee'] as { id: string }).id;
    expect(ids(await inbox('an.peeters', `?addresseeId=${addresseeId}`))).toEqual([first]);
  });

  test('shows nothing of a box that is not the reader’s, named or not', async () => {
    const box = await world.boxId('NL 3001');
    expect(ids(await inbox('an.peeters', `?postboxId=${box}`))).toEqual([]);
  });

  test('keeps marks of reading for each reader alone', async () => {
    const mark = world.http.put(`/v1/mail-items/${second}/read`).set(await world.as('chloe.lambert'));
    expect((await mark).status).toBe(204);
    expect(ids(await inbox('chloe.lambert', '?unread=true'))).toEqual([first]);
    expect(ids(await inbox('chloe.lambert', '?unread=false'))).toEqual([second]);
    expect(ids(await inbox('an.peeters', '?unread=true'))).toEqual([third, second, first]);
    const unmark = world.http.delete(`/v1/mail-items/${second}/read`).set(await world.as('chloe.lambert'));
    expect((await unmark).status).toBe(204);
    expect(ids(await inbox('chloe.lambert', '?unread=true'))).toEqual([second, first]);
  });

  test('refuses to mark what the reader may not see', async () => {
    const answer = await world.http.put(`/v1/mail-items/${other}/read`).set(await world.as('an.peeters'));
    expect([answer.status, answer.body.reason]).toEqual([404, 'not-found']);
  });

  test('refuses a cursor that is none', async () => {
    const answer = await world.http.get('/v1/mail-items?after=abc').set(await world.as('an.peeters'));
    expect([answer.status, answer.body.errors[0].field]).toEqual([422, '/after']);
  });
});
