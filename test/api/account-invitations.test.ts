/** The first document invites, over HTTP: link, password, account, further numbers, another contact (WF-34; IP-02 to IP-09). */
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { caughtFor } from '../support/catcher.ts';
import { until } from '../support/wait.ts';
import type { Issuing } from './issued-documents/issuing.ts';
import { aKey, createIssuing, told } from './issued-documents/issuing.ts';

let world: Issuing;
beforeAll(async () => {
  world = await createIssuing();
}, 120_000);
afterAll(() => world.close(), 60_000);
beforeEach(() => world.knex('rate_limits').delete());

const password = 'a mill that turns in any wind';
const newEmail = () => `contact-${randomUUID()}@example.com`;
let made = 0;

/** A customer of the brand that invites, with that main contact. */
async function aCustomer(email: string) {
  made += 1;
  const code = `KE8${String(made).padStart(5, '0')}`;
  const { body, status } = await world.http
    .post('/v1/client-codes')
    .set(world.otherIssuer())
    .set(aKey())
    .send({ code, companyName: `Mill ${String(made)}`, language: 'en', email });
  expect(status).toBe(201);
  return { id: body.id as string, code };
}

const publish = async (clientCode: string) => {
  const { status } = await world.publish({ as: world.otherIssuer(), data: { clientCode } });
  expect(status).toBe(201);
};

/** The token of the newest of so many invitations there. */
async function tokenAt(email: string, mails = 1): Promise<string> {
  await world.wakeAll();
  const tokens = async () =>
    (await caughtFor(email)).flatMap(({ text }) => /links\/account[^#]*#(\S{43})/.exec(text)?.[1] ?? []);
  await until('it is mailed', async () => (await tokens()).length === mails);
  return (await tokens())[0] ?? 'none';
}

const read = (token: string) => world.http.post('/v1/account-invitations/link').send({ token });
const accept = (token: string, more: object = {}) =>
  world.http
    .post('/v1/account-invitations/acceptance')
    .set(aKey())
    .send({ token, ...more });

/** What was published before the consent has come (WF-36). */
async function pastCome(): Promise<void> {
  await world.wakeAll();
  const coming = () => world.knex('history_backfills').whereNull('closed_at').first('id');
  await until('the past has come', async () => (await coming()) === undefined);
}

/** Somebody who received the link of his first document and used it. */
async function activated() {
  const email = newEmail();
  const customer = await aCustomer(email);
  await publish(customer.code);
  const { status } = await accept(await tokenAt(email), { password });
  expect(status).toBe(200);
  await pastCome();
  return { email, customer };
}

async function loggedIn(username: string) {
  const { body } = await world.http.post('/v1/sessions').send({ username, password, mode: 'bearer' });
  return { Authorization: `Bearer ${String(body.token)}` };
}

describe('the first document', () => {
  test('IP-02: mails a link; the password makes the account, its document is there and the consent recorded', async () => {
    const email = newEmail();
    const { code } = await aCustomer(email);
    await publish(code);
    const token = await tokenAt(email);
    expect((await read(token)).body).toMatchObject({
      ...{ email, clientCodes: [code], needs: 'password', issuerName: 'Kade Energie' },
      ...{ endsAt: '2027-02-05T14:00:00.000Z', localEndsAt: '2027-02-05T15:00:00+01:00' },
    });
    expect(told(await accept(token))).toEqual([422, 'account-invitation.password-needed']);
    expect(told(await accept(token, { password: 'short' }))).toEqual([422, 'password.too-short']);
    expect(told(await accept(token, { password }))).toEqual([200, undefined]);
    expect(told(await accept(token, { password }))).toEqual([409, 'link.unusable']);
    expect(told(await read(token))).toEqual([409, 'link.unusable']);
    const me = await loggedIn(email);
    const { body } = await world.http.get('/v1/me/receptions').set(me);
    expect(body.items).toMatchObject([{ clientCode: code, consentText: 'electronic-documents/1' }]);
    await pastCome();
    const found = await world.http.get('/v1/issued-documents').set(me);
    expect(found.body.items).toHaveLength(1);
  });

  test('IP-03: of two numbers one link is enough, and a third one later joins without a password', async () => {
    const email = newEmail();
    const [first, second] = [await aCustomer(email), await aCustomer(email)];
    await publish(first.code);
    await tokenAt(email);
    await publish(second.code);
    const token = await tokenAt(email, 2);
    const other = await world.knex('account_invitations').where({ open_key: first.id }).first('id');
    expect((await read(token)).body.clientCodes).toEqual([first.code, second.code]);
    expect((await accept(token, { password })).status).toBe(200);
    await world.wakeAll();
    const life = world.client.workflow.getHandle(`account-invitation/${String(other.id)}`);
    expect(await life.result()).toBe('joined');
    const written = email.replace('contact', 'Contact');
    const third = await aCustomer(written);
    await publish(third.code);
    const joining = await tokenAt(email, 3);
    expect((await read(joining)).body).toMatchObject({ needs: 'nothing', clientCodes: [third.code] });
    expect((await accept(joining)).status).toBe(200);
    const { body } = await world.http.get('/v1/me/receptions').set(await loggedIn(email));
    expect(body.items.map((each: { clientCode: string }) => each.clientCode)).toEqual(
      [first, second, third].map(({ code }) => code),
    );
    expect(await world.knex('users').where({ email })).toHaveLength(1);
  });

  test('WF-34: who logs in by that address already gets no second user; logged in, the same link still works', async () => {
    const { email } = await world.knex('users').where({ username: 'daan.visser' }).first<{ email: string }>();
    const { code } = await aCustomer(email);
    await publish(code);
    const token = await tokenAt(email);
    expect((await read(token)).body.needs).toBe('log-in');
    expect(told(await accept(token, { password }))).toEqual([409, 'account-invitation.log-in']);
    const me = await world.as('daan.visser');
    const joined = await world.http.post('/v1/me/account-invitations').set(me).set(aKey()).send({ token });
    expect(told(joined)).toEqual([200, undefined]);
    const { body } = await world.http.get('/v1/me/receptions').set(me);
    expect(body.items).toMatchObject([{ clientCode: code }]);
  });

  test('in a brand of printed codes nobody is invited; nor is who has no address', async () => {
    await world.publish({ data: { clientCode: 'DL210002' } });
    const { body } = await world.http
      .post('/v1/client-codes')
      .set(world.otherIssuer())
      .set(aKey())
      .send({ code: 'KE999999', companyName: 'No mail', language: 'nl' });
    await publish('KE999999');
    const codes = await world.knex('client_codes').whereIn('code', ['DL210002', 'KE999999']).pluck('id');
    expect(codes).toContain(body.id);
    expect(await world.knex('account_invitations').whereIn('client_code_id', codes)).toEqual([]);
  });

  test('staff see where it went and until when; an issuer does not', async () => {
    const email = newEmail();
    const { code } = await aCustomer(email);
    await publish(code);
    const list = (headers: Record<string, string>) =>
      world.http.get(`/v1/account-invitations?clientCode=${code}`).set(headers);
    const { body } = await list(await world.as('olga.operator'));
    expect(body.items).toMatchObject([
      { email, clientCode: code, stage: 'invited', localEndsAt: '2027-02-05T15:00:00+01:00', closedAt: null },
    ]);
    expect((await list(world.otherIssuer())).status).toBe(403);
  });
});

describe('another main contact', () => {
  const replace = (id: string, email: string, headers = world.otherIssuer()) =>
    world.http
      .post(`/v1/client-codes/${id}/contact`)
      .set(headers)
      .set(aKey())
      .send({ email, language: 'fr' });

  test('WF-34, UP-15: the issuer names one, and is answered alike whether anybody received or not', async () => {
    const { customer, email } = await activated();
    const idle = await aCustomer(newEmail());
    const [after, next] = [newEmail(), newEmail()];
    const answers = [await replace(customer.id, after), await replace(idle.id, next)];
    const shape = answers.map(({ status, body }) => [status, Object.keys(body as object), body.version]);
    expect(shape[0]).toEqual(shape[1]);
    expect(answers[0]?.body).toMatchObject({ email: after, language: 'fr' });
    await world.wakeAll();
    const ended = `You are no longer the main contact for client code ${customer.code}`;
    await until('he is told', async () => (await caughtFor(email)).some(({ subject }) => subject === ended));
    const me = await loggedIn(email);
    expect((await world.http.get('/v1/me/receptions').set(me)).body.items).toEqual([]);
    expect((await world.http.get('/v1/issued-documents').set(me)).body.items).toHaveLength(1);
    world.time.now += 60_000;
    await publish(customer.code);
    world.time.now -= 60_000;
    expect((await world.http.get('/v1/issued-documents').set(me)).body.items).toHaveLength(1);
    expect((await accept(await tokenAt(after), { password })).status).toBe(200);
    await pastCome();
    const theirs = await world.http.get('/v1/issued-documents').set(await loggedIn(after));
    expect(theirs.body.items).toHaveLength(2);
  });

  test('UP-19: who chose paper is not invited by documents; named again by his issuer he is', async () => {
    const { customer, email } = await activated();
    const me = await loggedIn(email);
    const [reception] = (await world.http.get('/v1/me/receptions').set(me)).body.items as { id: string }[];
    const optOut = world.http
      .post(`/v1/me/receptions/${reception?.id ?? ''}/opt-out`)
      .set(me)
      .set(aKey());
    expect((await optOut).status).toBe(204);
    await publish(customer.code);
    const invited = () => world.knex('account_invitations').where({ open_key: customer.id });
    expect(await invited()).toEqual([]);
    expect((await replace(customer.id, email)).status).toBe(200);
    expect(await invited()).toHaveLength(1);
    const token = await tokenAt(email, 2);
    expect((await accept(token)).status).toBe(200);
    const again = await world.http.get('/v1/me/receptions').set(me);
    expect(again.body.items).toMatchObject([{ clientCode: customer.code }]);
  });

  test('its own customers only, and only where documents invite; who receives goes on; staff may as well', async () => {
    const { customer, email } = await activated();
    const { id } = customer;
    const same = await replace(id, email.toUpperCase());
    expect([same.status, same.body.email]).toEqual([200, email.toUpperCase()]);
    expect(await world.knex('receptions').where({ active_key: id })).toHaveLength(1);
    expect((await replace(id, newEmail(), world.issuer())).status).toBe(404);
    expect((await replace(id, newEmail(), await world.as('olga.operator'))).status).toBe(200);
    const lease = await world.knex('client_codes').where({ code: 'DL210001' }).first<{ id: string }>();
    expect(told(await replace(lease.id, newEmail(), world.issuer()))).toEqual([
      409,
      'client-code.not-invited',
    ]);
  });

  test('WF-04: who is the main contact is not deactivated before another one is named', async () => {
    const email = newEmail();
    const customer = await aCustomer(email);
    await publish(customer.code);
    const me = await world.as('daan.visser');
    const joining = { token: await tokenAt(email) };
    const joined = await world.http.post('/v1/me/account-invitations').set(me).set(aKey()).send(joining);
    expect(told(joined)).toEqual([200, undefined]);
    const userId = await world.userId('daan.visser');
    const company = await world.knex('companies').where({ name: 'Tulip Trading' }).first<{ id: string }>();
    const deactivate = async () =>
      world.http
        .post(`/v1/companies/${company.id}/users/${userId}/deactivation`)
        .set(await world.as('emma.jansen'))
        .set(aKey())
        .send({});
    expect(told(await deactivate())).toEqual([409, 'user.main-contact']);
    const receptions = await world
      .knex('receptions as r')
      .join('recipient_accounts as a', 'a.id', 'r.account_id')
      .where('a.main_contact_id', userId)
      .whereNotNull('r.active_key')
      .pluck('r.client_code_id');
    for (const id of receptions as string[]) await replace(id, newEmail());
    expect((await deactivate()).status).toBe(200);
  });
});

test('UP-13: he chooses how often he hears of new documents, and sees when the next mail goes', async () => {
  const { customer, email } = await activated();
  const me = await loggedIn(email);
  const own = async () => (await world.http.get('/v1/me/document-notices').set(me)).body as unknown;
  expect(await own()).toEqual({ frequency: null, upcoming: [] });
  await publish(customer.code);
  expect(await own()).toMatchObject({
    frequency: null,
    upcoming: [{ brandName: 'Brievenbus', frequency: 'at-once', localAt: '2027-02-02T15:15:00+01:00' }],
  });
  const set = await world.http.put('/v1/me/document-notices').set(me).send({ frequency: 'daily' });
  expect(set.status).toBe(204);
  expect(await own()).toMatchObject({
    frequency: 'daily',
    upcoming: [{ frequency: 'daily', localAt: '2027-02-03T07:00:00+01:00' }],
  });
  const wrong = await world.http.put('/v1/me/document-notices').set(me).send({ frequency: 'hourly' });
  expect(told(wrong)).toEqual([422, 'request.invalid']);
});
