/** From a code to an account over HTTP, and a further code into it (WF-31, WF-32; UP-02 to UP-11). */
import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals';
import { settlePerson } from '../../db/changes/person-access.ts';
import { passwordTermsOf } from '../../db/queries/password-terms.ts';
import { loginsCalled } from '../../db/queries/recovery-logins.ts';
import { wayOf } from '../../domain/credential-recovery.ts';
import { caughtOnce } from '../support/catcher.ts';
import { aKey, said } from '../support/fixtures.ts';
import { createLivingWorld } from '../support/living-world.ts';
import type { LivingWorld } from '../support/living-world.ts';

let world: LivingWorld;
beforeAll(async () => {
  world = await createLivingWorld();
}, 120_000);
afterAll(() => world.close(), 60_000);
beforeEach(() => world.knex('rate_limits').delete());

const issuer = () => world.asIssuer('wagenpark-lease');
const password = 'a lease of four wheels and a roof';
let made = 0;

/** A customer of his own with a code that was announced today; `of` names a customer there is. */
async function aCode(of?: string): Promise<{ id: string; code: string; clientCode: string }> {
  made += 1;
  const clientCode = of ?? `DL29${String(made).padStart(4, '0')}`;
  const customer = { code: clientCode, companyName: `Garage ${String(made)}`, language: 'en' };
  if (of === undefined) await world.http.post('/v1/client-codes').set(issuer()).set(aKey()).send(customer);
  const batch = await world.http
    .post(`/v1/code-batches?reference=signup-${String(made)}`)
    .set(issuer())
    .type('text/csv')
    .send(`client_code,supersede\n${clientCode},yes\n`);
  const id = batch.body.id as string;
  const row = await world
    .knex('activation_codes')
    .where({ batch_id: id })
    .first<{ id: string; sealed_code: string }>();
  const { wrapped_key: key } = await world.knex('code_batches').where({ id }).first();
  const code = world.deps.vault.openUnder(key as string, id, row.sealed_code, ['activation-code', row.id]);
  await world.http
    .post(`/v1/activation-codes/${row.id}/announcements`)
    .set(issuer())
    .set(aKey())
    .send({ on: '2027-02-02', channel: 'letter' });
  return { id: row.id, code, clientCode };
}

const newEmail = () => `receiver-${crypto.randomUUID()}@example.com`;
const begin = (code: string, email: string, more: object = {}) =>
  world.http.post('/v1/sign-ups').send({ code, email, companyName: 'Garage', language: 'en', ...more });
const complete = (body: object) =>
  world.http
    .post('/v1/sign-ups/completion')
    .set(aKey())
    .send({ password, ...body });
const add = async (code: string, username: string) =>
  world.http
    .post('/v1/me/receptions')
    .set(await world.as(username))
    .set(aKey())
    .send({ code });

/** The token of the newest of so many mails to that address. */
async function tokenAt(email: string, mails = 1): Promise<string> {
  await world.wakeAll();
  expect(await caughtOnce(email, mails)).toHaveLength(mails);
  const [mail] = await caughtOnce(email, mails);
  return /links\/sign-up[^#]*#(\S{43})/.exec(mail?.text ?? '')?.[1] ?? 'none';
}

/** Somebody with an account of his own by that code. */
async function signedUp(code: string, email = newEmail(), more: object = {}): Promise<string> {
  const { body } = await begin(code, email, more);
  const { status } = await complete({ token: await tokenAt(email), key: body.key });
  expect(status).toBe(200);
  return body.username as string;
}

test('code, address, link, password: there is an account, its consent is recorded, and the code is used', async () => {
  const { id, code, clientCode } = await aCode();
  const email = newEmail();
  const begun = await begin(code, email, { enterpriseNumber: '0403.170.701' });
  expect(begun.body).toMatchObject({ username: 'BE0403170701', endsAt: '2027-02-05T14:00:00.000Z' });
  const token = await tokenAt(email);
  expect(said(await complete({ token, key: begun.body.key, password: 'short' }))).toEqual([
    422,
    'password.too-short',
  ]);
  expect((await complete({ token, key: begun.body.key })).status).toBe(200);
  expect(said(await complete({ token, key: begun.body.key }))).toEqual([409, 'link.unusable']);
  const login = await world.http
    .post('/v1/sessions')
    .send({ username: 'BE0403170701', password, mode: 'bearer' });
  expect(login.status).toBe(201);
  const me = { Authorization: `Bearer ${String(login.body.token)}` };
  const { body } = await world.http.get('/v1/me/receptions').set(me);
  expect(body.items).toEqual([
    expect.objectContaining({ clientCode, consentText: 'electronic-documents/1' }),
  ]);
  const row = await world.knex('receptions').where({ activation_code_id: id }).first();
  expect([(row.consented_at as Date).toISOString(), row.consent_address]).toEqual([
    world.deps.clock(),
    expect.stringMatching(/[\d:.]/),
  ]);
  const account = await world.knex('recipient_accounts').where({ id: row.account_id }).first();
  expect([account.kind, account.enterprise_number]).toEqual(['b2b', 'BE0403170701']);
  const seen = await world.http.get(`/v1/activation-codes/${id}`).set(issuer());
  expect(seen.body.stage).toBe('used');
  expect(JSON.stringify(seen.body)).not.toMatch(/BE0403170701|receiver-/);
});

test('a business that has an account logs in and adds the code; a stranger with a used code learns nothing', async () => {
  const number = 'BE0428759497';
  await signedUp((await aCode()).code, newEmail(), { enterpriseNumber: number });
  const next = await aCode();
  const again = await begin(next.code, newEmail(), { enterpriseNumber: number });
  expect(said(again)).toEqual([409, 'sign-up.account-exists']);
  expect((await add(next.code, number)).body).toMatchObject({ clientCode: next.clientCode });
  expect(said(await add(next.code, number))).toEqual([409, 'reception.active']);
  expect(said(await begin(next.code, newEmail()))).toEqual([422, 'activation-code.unusable']);
  const other = await signedUp((await aCode()).code);
  expect(said(await add(next.code, other))).toEqual([422, 'activation-code.unusable']);
});

test('a mistyped address burns no code: begun again, the earlier link is dead and the new one works', async () => {
  const { code } = await aCode();
  const [wrong, right] = [newEmail(), newEmail()];
  const first = await begin(code, wrong);
  const lost = await tokenAt(wrong);
  const second = await begin(code, right);
  expect(said(await complete({ token: lost, key: first.body.key }))).toEqual([409, 'link.unusable']);
  const token = await tokenAt(right);
  expect((await complete({ token, key: second.body.key })).status).toBe(200);
});

test('on another device the link asks for the code again, and takes no other', async () => {
  const [mine, other] = [await aCode(), await aCode()];
  const email = newEmail();
  await begin(mine.code, email, { identification: 'CH-123.456.789' });
  const token = await tokenAt(email);
  expect(said(await complete({ token }))).toEqual([422, 'sign-up.code-needed']);
  expect(said(await complete({ token, key: 'x'.repeat(43) }))).toEqual([422, 'sign-up.code-needed']);
  expect(said(await complete({ token, code: other.code }))).toEqual([422, 'activation-code.unusable']);
  expect((await complete({ token, code: mine.code.toLowerCase() })).status).toBe(200);
  const user = await world.knex('users').where({ username: 'CH-123.456.789' }).first();
  expect(user.email).toBe(email);
});

test('superseded while the link was out: the link is dead, and the new code works', async () => {
  const old = await aCode();
  const email = newEmail();
  const { body } = await begin(old.code, email);
  const token = await tokenAt(email);
  const next = await aCode(old.clientCode);
  expect(said(await complete({ token, key: body.key }))).toEqual([409, 'link.unusable']);
  await signedUp(next.code);
});

test('a number that is none, and a code that is none, are told apart from nothing else', async () => {
  const { code } = await aCode();
  const number = await begin(code, newEmail(), { enterpriseNumber: 'BE0000000000' });
  expect(said(number)).toEqual([422, 'sign-up.enterprise-number-invalid']);
  expect(said(await begin('hello', newEmail()))).toEqual([422, 'activation-code.unusable']);
});

test('[WF-31] who logs in already and has no account here adds the code: it opens one for him, once, with his consent', async () => {
  const [first, second] = [await aCode(), await aCode()];
  const person = await world.knex('users').where({ username: 'an.peeters' }).first<{ id: string }>('id');
  const own = () => world.knex('recipient_accounts').where({ main_contact_id: person.id });
  const typedAgain = { identification: 'an.peeters' };
  expect(said(await begin(first.code, newEmail(), typedAgain))).toEqual([409, 'sign-up.account-exists']);
  const added = await add(first.code, 'an.peeters');
  expect([added.status, added.body.clientCode]).toEqual([201, first.clientCode]);
  const client = await world.knex('client_codes').where({ code: first.clientCode }).first();
  const [account, ...more] = await own();
  expect(more).toEqual([]);
  expect(account).toMatchObject({ kind: 'b2c', company_name: client.company_name, enterprise_number: null });
  const row = await world.knex('receptions').where({ client_code_id: client.id }).first();
  expect(row).toMatchObject({ account_id: account.id, consent_text: 'electronic-documents/1' });
  expect((await add(second.code, 'an.peeters')).status).toBe(201);
  expect(await own()).toHaveLength(1);
});

test('[UP-06] nobody takes the name of somebody else: no address, no number of a business, no name but a name', async () => {
  const { code } = await aCode();
  const begun = async (identification: string) => said(await begin(code, newEmail(), { identification }));
  expect(await begun('luc@atelier.example')).toEqual([422, 'user.username-is-address']);
  expect(await begun('0403.170.701')).toEqual([422, 'sign-up.identification-is-number']);
  expect(await begun('a\u200Bb')).toEqual([422, 'request.invalid']);
  expect(await world.knex('sign_ups').where({ identification: '0403.170.701' })).toEqual([]);
});

test('[check 31] whose name is taken is not asked without end with one code, nor from one place', async () => {
  const { code } = await aCode();
  const asked = async (name: string, which = code) =>
    said(await begin(which, newEmail(), { identification: name }))[1];
  for (let time = 0; time < 10; time += 1) expect(await asked('an.peeters')).toBe('sign-up.account-exists');
  expect(await asked('olga.operator')).toBe('request.too-many');
  await world.knex('rate_limits').delete();
  const codes = [await aCode(), await aCode(), await aCode(), await aCode()];
  const all = [];
  for (const [index] of Array.from({ length: 31 }).entries())
    all.push(await asked('an.peeters', codes[index % codes.length]?.code));
  expect(all.slice(0, 30)).not.toContain('request.too-many');
  expect(all[30]).toBe('request.too-many');
});

test('he belongs to no company, and gets a lost password back by himself all the same', async () => {
  const username = await signedUp((await aCode()).code);
  const [login, ...more] = await loginsCalled(world.knex, username);
  expect(more).toEqual([]);
  expect(login && wayOf(login, ['self', 'administrator', 'staff'])).toBe('self');
  const user = await world.knex('users').where({ username }).first<{ id: string }>('id');
  expect(await passwordTermsOf(world.knex, user.id, world.deps.clock())).toMatchObject({
    policies: ['nist'],
  });
  await world.knex.transaction((trx) => settlePerson(trx, user.id, world.deps.clock()));
  expect((await world.http.get('/v1/me').set(await world.as(username))).status).toBe(200);
});

test('back to paper and back again, by himself alone; a mail that came back is staff’s to report', async () => {
  const { code, clientCode } = await aCode();
  const username = await signedUp(code);
  const stranger = await signedUp((await aCode()).code);
  await world.wakeAll();
  const items = async () => {
    const { body } = await world.http.get('/v1/me/receptions').set(await world.as(username));
    return body.items as { id: string; answerBy: string | null }[];
  };
  const [first] = await items();
  const optOut = async (who: string, id: string) =>
    world.http
      .post(`/v1/me/receptions/${id}/opt-out`)
      .set(await world.as(who))
      .set(aKey());
  expect((await optOut(stranger, first?.id ?? '')).status).toBe(404);
  expect((await optOut(username, first?.id ?? '')).status).toBe(204);
  expect(said(await optOut(username, first?.id ?? ''))).toEqual([409, 'reception.over']);
  expect(await items()).toEqual([]);
  expect(said(await add(code, stranger))).toEqual([422, 'activation-code.unusable']);
  expect((await add(code, username)).status).toBe(201);
  const [second] = await items();
  const found = await world.http
    .get(`/v1/recipient-accounts?clientCode=${clientCode.toLowerCase()}`)
    .set(await world.as('olga.operator'));
  const told = found.body.items as { username: string; receptions: { id: string; stage: string }[] }[];
  expect(told.map((account) => [account.username, account.receptions])).toEqual([
    [
      username,
      [
        expect.objectContaining({
          id: second?.id,
          issuerName: 'Wagenpark Lease Services',
          stage: 'electronic',
        }),
        expect.objectContaining({ id: first?.id, stage: 'opted-out' }),
      ],
    ],
  ]);
  const path = `/v1/receptions/${told[0]?.receptions[0]?.id ?? ''}/bounces`;
  expect((await world.http.post(path).set(issuer()).set(aKey())).status).toBe(403);
  for (let time = 0; time < 3; time += 1) {
    const staff = await world.as('olga.operator');
    expect((await world.http.post(path).set(staff).set(aKey())).status).toBe(204);
  }
  expect((await items())[0]?.answerBy).toBe('2027-02-16T23:00:00.000Z');
  const keep = async () =>
    world.http
      .post(`/v1/me/receptions/${second?.id ?? ''}/confirmation`)
      .set(await world.as(username))
      .set(aKey());
  expect((await keep()).status).toBe(204);
  expect(said(await keep())).toEqual([409, 'reception.not-asked']);
  expect((await items())[0]?.answerBy).toBeNull();
});

test('[UP-17] deactivated by mistake, by the issuer or by staff: he is told, and the last code brings it back, to him alone', async () => {
  const { code, clientCode } = await aCode();
  const email = newEmail();
  const username = await signedUp(code, email);
  const stranger = await signedUp((await aCode()).code);
  await world.wakeAll();
  const client = await world.knex('client_codes').where({ code: clientCode }).first<{ id: string }>('id');
  const deactivate = async (as: Record<string, string>) =>
    world.http.post(`/v1/client-codes/${client.id}/deactivation`).set(as).set(aKey());
  expect((await deactivate(world.asIssuer('kade-energie'))).status).toBe(404);
  for (const [mails, as] of [
    [2, issuer()],
    [3, await world.as('olga.operator')],
  ] as const) {
    const done = await deactivate(as);
    expect([done.status, done.text]).toEqual([204, '']);
    expect(said(await deactivate(as))).toEqual([409, 'client-code.on-paper']);
    expect(await caughtOnce(email, mails)).toHaveLength(mails);
    expect(said(await add(code, stranger))).toEqual([422, 'activation-code.unusable']);
    expect((await add(code, username)).status).toBe(201);
    await world.wakeAll();
  }
  const ended = await world.knex('receptions').where({ client_code_id: client.id }).pluck('outcome');
  expect(ended.toSorted()).toEqual(['deactivated', 'deactivated', null]);
});
