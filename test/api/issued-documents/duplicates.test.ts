/** Duplicates and merges over HTTP: what recipients ask for, and what issuers and staff see of it (WF-37, WF-38; IP-01, UP-16). */
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { PDFDocument } from 'pdf-lib';
import { carryOutDuplicateAct } from '../../../db/changes/command-duplicate-request.ts';
import type { Issuing } from './issuing.ts';
import { aKey, createIssuing, told } from './issuing.ts';

let world: Issuing;
beforeAll(async () => {
  world = await createIssuing();
  await world.receives('an.peeters', 'DL210001');
  await world.receives('bart.claes', 'DL210002');
}, 120_000);
afterAll(() => world.close(), 60_000);

const an = () => world.as('an.peeters');
const staff = () => world.as('olga.operator');
const ask = async (number: string, clientCode = 'DL2 10001', as?: Record<string, string>) =>
  world.http
    .post('/v1/me/duplicate-requests')
    .set({ ...(as ?? (await an())), ...aKey() })
    .send({ clientCode, number });
const content = async (id: string, as?: Record<string, string>) =>
  world.http
    .get(`/v1/me/duplicate-requests/${id}/content`)
    .set(as ?? (await an()))
    .responseType('blob');
const stageOf = async (id: string) => {
  const { body } = await world.http.get('/v1/me/duplicate-requests').set(await an());
  return (body.items as { id: string; stage: string }[]).find((each) => each.id === id)?.stage;
};
/** What its life does at once: the engine's clock is not that of this world. */
const delivered = async (id: string) => {
  await carryOutDuplicateAct(world.knex)(id, 'deliver', world.deps.clock());
  expect(await stageOf(id)).toBe('delivered');
};
const answer = (id: string, what: 'fulfilment' | 'refusal', as = world.issuer()) =>
  world.http.post(`/v1/duplicate-requests/${id}/${what}`).set({ ...as, ...aKey() });

describe('a duplicate', () => {
  test('of what went out on paper and lies before his floor: stamped on every page, in his language', async () => {
    const old = await world.publish({ data: { issuedOn: '1999-12-31' } });
    expect((await world.http.get(`/v1/issued-documents/${String(old.body.id)}`).set(await an())).status).toBe(
      404,
    );
    const asked = await ask(old.body.number as string);
    expect([asked.status, asked.body.dueAt]).toEqual([201, null]);
    // As in every mail and letter: the part of the issuer that his customer number is of.
    expect(asked.body.issuerName).toBe('Wagenpark Lease Services');
    const again = await ask(old.body.number as string);
    expect(again.body.id).toBe(asked.body.id);
    await delivered(asked.body.id as string);
    const { status, body, headers } = await content(asked.body.id as string);
    expect([status, headers['content-type']]).toEqual([200, 'application/pdf']);
    expect(headers['content-disposition']).toContain('duplicaat');
    const [stamped, plain] = await Promise.all([
      PDFDocument.load(body as Buffer),
      PDFDocument.load(world.pdf),
    ]);
    expect(stamped.getPageCount()).toBe(plain.getPageCount());
    expect((body as Buffer).equals(world.pdf)).toBe(false);
    expect((await content(asked.body.id as string, await world.as('bart.claes'))).status).toBe(404);
  });

  test('[UP-15] of what is not stored: its issuer sees what, not who; he hands it in, and it is fetched', async () => {
    const asked = await ask('LOST-1');
    expect([asked.body.stage, typeof asked.body.dueAt]).toEqual(['issuer', 'string']);
    const id = asked.body.id as string;
    const { body } = await world.http.get('/v1/duplicate-requests').set(world.issuer());
    const mine = (body.items as { id: string }[]).find((each) => each.id === id);
    expect(mine).toMatchObject({ clientCode: 'DL210001', number: 'LOST-1' });
    expect(JSON.stringify(mine)).not.toContain(await world.userId('an.peeters'));
    expect(
      (await answer(id, 'fulfilment', world.otherIssuer()).type('application/pdf').send(world.pdf)).status,
    ).toBe(404);
    const bad = await answer(id, 'fulfilment').type('application/pdf').send(Buffer.from('no picture'));
    expect(told(bad)).toEqual([422, 'scan.not-a-pdf']);
    const waiting = await content(id);
    expect(waiting.status).toBe(409);
    const given = await answer(id, 'fulfilment').type('application/pdf').send(world.pdf);
    expect([given.status, given.body.stage]).toEqual([200, 'delivered']);
    expect((await content(id)).status).toBe(200);
    expect(told(await answer(id, 'refusal').send({ reason: 'not-kept' }))).toEqual([
      409,
      'duplicate-request.over',
    ]);
  });

  test('refused by its issuer with a reason; and of a client code that he does not read, nothing', async () => {
    const { body } = await ask('LOST-2');
    expect((await answer(body.id as string, 'refusal').send({ reason: 'unknown-number' })).status).toBe(200);
    expect(await stageOf(body.id as string)).toBe('refused');
    expect(told(await ask('LOST-2', 'DL210002'))).toEqual([422, 'duplicate-request.unknown-client']);
  });

  test('withdrawn: refused when it is asked for, and no longer fetched when it was delivered before', async () => {
    const { body } = await world.publish();
    const before = await ask(body.number as string);
    await delivered(before.body.id as string);
    await world.http
      .post(`/v1/issued-documents/${String(body.id)}/withdrawal`)
      .set({ ...world.issuer(), ...aKey() });
    expect(told(await ask(body.number as string))).toEqual([409, 'duplicate-request.withdrawn']);
    expect((await content(before.body.id as string)).status).toBe(409);
  });
});

describe('a merge', () => {
  const clientId = async (code: string) =>
    (await world.knex('client_codes').where({ code }).first<{ id: string }>('id')).id;
  const accountOf = async (code: string) => {
    const { body } = await world.http.get(`/v1/recipient-accounts?clientCode=${code}`).set(await staff());
    return (body.items as { id: string; username: string }[])[0];
  };
  const say = async (id: string, word: 'consent' | 'refusal', username: string) =>
    world.http.post(`/v1/me/account-merges/${id}/${word}`).set({ ...(await world.as(username)), ...aKey() });
  const staffSay = async (id: string, word: string) =>
    world.http.post(`/v1/account-merges/${id}/${word}`).set({ ...(await staff()), ...aKey() });

  test('staff ask, and do not approve it themselves; a contact says no', async () => {
    const [source, target] = [await accountOf('DL210001'), await accountOf('DL210002')];
    expect([source?.username, target?.username]).toEqual(['an.peeters', 'bart.claes']);
    const body = { sourceAccountId: source?.id, targetAccountId: target?.id };
    const asked = await world.http
      .post('/v1/account-merges')
      .set({ ...(await staff()), ...aKey() })
      .send(body);
    expect([asked.status, asked.body.stage, asked.body.moves]).toEqual([
      ...[201, 'consent'],
      [expect.objectContaining({ clientCode: 'DL210001', isReceived: true })],
    ]);
    const id = asked.body.id as string;
    expect(told(await say(id, 'consent', 'emma.jansen'))).toEqual([404, 'not-found']);
    const ofBart = async () => {
      const { body } = await world.http.get('/v1/me/account-merges').set(await world.as('bart.claes'));
      return (body.items as { id: string }[]).find((each) => each.id === id);
    };
    const unseen = { closes: null, moves: null, sharedWith: null };
    expect(await ofBart()).toMatchObject({ sides: ['target'], ...unseen });
    for (const username of ['an.peeters', 'bart.claes'])
      expect((await say(id, 'consent', username)).body).toMatchObject({ hasConsented: true });
    expect(await ofBart()).toMatchObject({
      moves: [expect.objectContaining({ clientCode: 'DL210001' })],
      sharedWith: 0,
    });
    expect(told(await staffSay(id, 'approval'))).toEqual([409, 'account-merge.second-look']);
    expect((await say(id, 'refusal', 'bart.claes')).body).toMatchObject({
      stage: 'refused',
      refusedBy: 'target',
      ...unseen,
    });
  });

  test('[UP-15] passed on by an issuer: both consent, staff approve, it moves, and it is undone', async () => {
    const wish = { clientCodeId: await clientId('DL210001'), intoClientCodeId: await clientId('DL210002') };
    const passed = world.http.post('/v1/client-codes/merge-wishes').set({ ...world.issuer(), ...aKey() });
    expect((await passed.send(wish)).body).toEqual({ outcome: 'accepted' });
    const same = { ...wish, intoClientCodeId: wish.clientCodeId };
    const nothing = world.http.post('/v1/client-codes/merge-wishes').set({ ...world.issuer(), ...aKey() });
    expect((await nothing.send(same)).body).toEqual({ outcome: 'nothing-to-do' });
    const { body } = await world.http.get('/v1/me/account-merges').set(await an());
    const [merge] = body.items as { id: string; sides: string[]; endsAt: string }[];
    expect(merge).toMatchObject({ sides: ['source'], stage: 'consent', hasConsented: false });
    const id = merge?.id ?? '';
    for (const username of ['an.peeters', 'bart.claes']) await say(id, 'consent', username);
    const done = await staffSay(id, 'approval');
    expect(done.body).toMatchObject({ stage: 'revertible', revertEndsAt: '2027-02-16T23:00:00.000Z' });
    const received = async (username: string) => {
      const own = await world.http.get('/v1/me/receptions').set(await world.as(username));
      return (own.body.items as { clientCode: string }[]).map(({ clientCode }) => clientCode);
    };
    expect([await received('an.peeters'), await received('bart.claes')]).toEqual([
      [],
      ['DL210001', 'DL210002'],
    ]);
    expect((await staffSay(id, 'reversal')).body).toMatchObject({ stage: 'reverted' });
    expect([await received('an.peeters'), await received('bart.claes')]).toEqual([
      ['DL210001'],
      ['DL210002'],
    ]);
  });
});
