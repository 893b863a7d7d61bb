/**
 * A company gets in through the running product, with real mail: a web form, a confirmed address, staff, an
 * administrator, a colleague, a lost password, a deactivation. Outside production the API checks every answer against
 * what its operation declares, and so against api/openapi.json.
 */
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { createKnex } from '../../db/knex.ts';
import { seedDemo } from '../../db/seeds/demo.ts';
import type { DemoAccess } from '../../db/seeds/demo.ts';
import { hashPassword } from '../../platform/passwords.ts';
import { publicHolidays } from '../../platform/public-holidays.ts';
import { hashToken, newToken } from '../../platform/tokens.ts';
import { checkChains } from '../support/invariants/chains.ts';
import { arrivedMails } from '../support/invariants/arrived-mails.ts';
import { checkPersonMails } from '../support/invariants/person-mails.ts';
import { checkLives, isSettled } from '../support/invariants/lives.ts';
import type { MailRead } from '../support/mailbox.ts';
import { mailsTo } from '../support/mailbox.ts';
import type { Product } from '../support/product.ts';
import { startProduct } from '../support/product.ts';
import { until } from '../support/wait.ts';
import { registry } from '../support/registry.ts';

let product: Product;
let access: DemoAccess;
const zoe = { email: 'zoe.maes@brasserie.example', username: '', password: 'vier zwanen op het kanaal' };
const luc = {
  email: 'luc.simon@brasserie.example',
  username: 'luc.simon',
  password: 'onze tramways bleus dorment',
};
let companyId: string;
let administrator: Record<string, string>;

beforeAll(async () => {
  product = await startProduct();
  const newCompanyKey = (id: string) => product.vault.newCompanyKey(id);
  const ports = {
    registry,
    newPassword: newToken,
    hashPassword,
    newToken,
    hashToken,
    newCompanyKey,
    publicHolidays,
  };
  const knex = createKnex(product.servers.databaseUrl);
  const seeded = await seedDemo(knex, ports, new Date().toISOString());
  await knex.destroy();
  if (seeded === null) throw new Error('the demo was there before it was made');
  access = seeded;
}, 400_000);
afterAll(() => product.close());

interface Answer {
  readonly status: number;
  // eslint-disable-next-line @typescript-eslint/no-explicit-any -- what a test is about to say
  readonly body: any;
}

async function ask(
  method: 'GET' | 'POST' | 'PUT',
  path: string,
  headers: Record<string, string> = {},
  body?: object,
): Promise<Answer> {
  const response = await fetch(`${product.url}${path}`, {
    method,
    headers: {
      ...(method === 'POST' && { 'Idempotency-Key': randomUUID() }),
      ...(body && { 'Content-Type': 'application/json' }),
      ...headers,
    },
    ...(body && { body: JSON.stringify(body) }),
  });
  const text = await response.text();
  return { status: response.status, body: text === '' ? null : JSON.parse(text) };
}

async function logIn(username: string, password: string): Promise<Record<string, string>> {
  const { status, body } = await ask('POST', '/v1/sessions', {}, { username, password, mode: 'bearer' });
  if (status !== 201) throw new Error(`no log-in of ${username}: ${JSON.stringify(body)}`);
  return { Authorization: `Bearer ${body.token}` };
}

/** The next mail to that address that carries a link for this, and the token in it. */
async function linkTo(email: string, purpose: string): Promise<{ mail: MailRead; token: string }> {
  const link = new RegExp(`/links/${purpose}[^#]*#([A-Za-z0-9_-]{43})`);
  let found: MailRead | undefined;
  await until(`a link for ${purpose}`, async () => {
    found = (await mailsTo(product, email)).find(({ text }) => link.test(text));
    return found !== undefined;
  });
  return { mail: found as MailRead, token: link.exec((found as MailRead).text)?.[1] ?? '' };
}

test('a web form, a confirmed address, staff: its applicant administers the new company', async () => {
  const form = (await ask('GET', '/v1/registration-forms?brand=postkamer')).body.items[0] as Form;
  const key = { 'Registration-Key': newToken() };
  const begun = await ask('POST', '/v1/registrations', key, {
    form: form.form,
    language: 'nl',
    answers: answersTo(form),
  });
  expect(begun).toMatchObject({ status: 201, body: { isEmailConfirmed: false } });
  const path = `/v1/registrations/${begun.body.id}`;
  expect((await ask('GET', path)).status).toBe(404);
  const { token } = await linkTo(zoe.email, 'registration');
  expect((await ask('POST', '/v1/registrations/confirmations', {}, { token })).status).toBe(200);
  expect((await ask('POST', '/v1/registrations/confirmations', {}, { token })).body.reason).toBe(
    'link.unusable',
  );
  const handedIn = await ask('POST', `${path}/submission`, key);
  expect(handedIn).toMatchObject({ status: 200, body: { stage: 'review' } });

  const operator = access.logins.find(({ role }) => role === 'operator');
  const staff = await logIn(operator?.username ?? '', operator?.password ?? '');
  const { body: work } = await ask('GET', '/v1/registrations', staff);
  expect(JSON.stringify(work)).toContain(begun.body.id);
  const approved = await ask('POST', `${path}/approval`, staff, { applications: [firstApplication(form)] });
  expect(approved.status).toBe(200);

  const invitation = await linkTo(zoe.email, 'invitation');
  expect(invitation.mail.headers).toContainEqual({ name: 'content-language', value: 'nl' });
  const accepted = await ask(
    'POST',
    '/v1/invitations/acceptance',
    {},
    { token: invitation.token, password: zoe.password },
  );
  expect(accepted.status).toBe(200);
  administrator = await logIn(zoe.email, zoe.password);
  const { body: me } = await ask('GET', '/v1/me', administrator);
  expect(me.memberships).toMatchObject([{ companyName: 'Brasserie du Coin', profile: 'administrator' }]);
  companyId = me.memberships[0].companyId;
  await until(
    'the case knows that the invitation was used',
    async () => (await ask('GET', path, key)).body.stage === 'granted',
  );
});

test('a colleague follows without a form, in his own language and without any right', async () => {
  const { email, username } = luc;
  const created = await ask('POST', `/v1/companies/${companyId}/users`, administrator, {
    username,
    email,
    firstName: 'Luc',
    lastName: 'Simon',
    language: 'fr',
    profile: 'user',
  });
  expect(created.status).toBe(201);
  const { mail, token } = await linkTo(email, 'invitation');
  expect(mail.headers).toContainEqual({ name: 'content-language', value: 'fr' });
  const weak = await ask(
    'POST',
    '/v1/invitations/acceptance',
    {},
    { token, password: 'Luc Simon, Luc Simon' },
  );
  expect(weak.status).toBe(422);
  const accepted = await ask('POST', '/v1/invitations/acceptance', {}, { token, password: luc.password });
  expect(accepted.status).toBe(200);
  const colleague = await logIn(username, luc.password);
  expect((await ask('GET', '/v1/mail-items', colleague)).body.items).toEqual([]);
  expect((await ask('GET', `/v1/companies/${companyId}/users`, colleague)).status).toBe(403);
});

test('who lost his password gets back by himself, and his sessions end', async () => {
  const before = await logIn(luc.username, luc.password);
  const known = await ask('POST', '/v1/credential-recoveries', {}, { identifier: luc.username });
  const unknown = await ask('POST', '/v1/credential-recoveries', {}, { identifier: 'nobody.at.all' });
  expect(known).toEqual(unknown);
  const { token } = await linkTo(luc.email, 'reset');
  const newPassword = 'sept hérons gris attendent';
  const completion = { token, newPassword };
  expect((await ask('POST', '/v1/credential-recoveries/completion', {}, completion)).status).toBe(204);
  expect((await ask('POST', '/v1/credential-recoveries/completion', {}, completion)).body.reason).toBe(
    'link.unusable',
  );
  expect((await ask('GET', '/v1/me', before)).status).toBe(401);
  await expect(logIn(luc.username, luc.password)).rejects.toThrow('session.wrong-credentials');
  luc.password = newPassword;
  await logIn(luc.username, newPassword);
});

test('an only administrator stays; a colleague who is deactivated is out within the second', async () => {
  const users = (await ask('GET', `/v1/companies/${companyId}/users`, administrator)).body.items as {
    readonly id: string;
    readonly username: string;
  }[];
  const idOf = (isLuc: boolean) =>
    users.find(({ username }) => (username === luc.username) === isLuc)?.id ?? '';
  const deactivation = (isLuc: boolean) =>
    ask('POST', `/v1/companies/${companyId}/users/${idOf(isLuc)}/deactivation`, administrator);
  expect((await deactivation(false)).body.reason).toBe('user.last-administrator');
  const colleague = await logIn(luc.username, luc.password);
  expect((await deactivation(true)).status).toBe(200);
  expect((await ask('GET', '/v1/me', colleague)).status).toBe(401);
  await expect(logIn(luc.username, luc.password)).rejects.toThrow('session.wrong-credentials');
});

test('afterwards rows and lives agree, every mail arrived, and the chains verify', async () => {
  await until('nothing is under way', () => isSettled(product), 60_000);
  const { wrong: mails } = await checkPersonMails(product, await arrivedMails(product));
  expect([...(await checkLives(product)), ...(await checkChains(product)), ...mails]).toEqual([]);
}, 400_000);

interface Form {
  readonly form: string;
  readonly fields: readonly {
    readonly name: string;
    readonly kind: string;
    readonly required: boolean;
    readonly choices: readonly { readonly value: string }[];
  }[];
}

function firstApplication(form: Form): string {
  return firstChoice(form.fields.find(({ name }) => name === 'applications'));
}

function firstChoice(field: Form['fields'][number] | undefined): string {
  return field?.choices[0]?.value ?? '';
}

const known: Readonly<Record<string, string>> = {
  email: zoe.email,
  firstName: 'Zoë',
  lastName: 'Maes',
  companyName: 'Brasserie du Coin',
  enterpriseNumber: 'BE0123456749',
};

function answersTo(form: Form): Record<string, unknown> {
  const byKind: Readonly<Record<string, (field: Form['fields'][number]) => unknown>> = {
    choices: (field) => [firstChoice(field)],
    consent: () => true,
    country: () => 'BE',
    phone: () => '+32 2 555 00 11',
  };
  const asked = form.fields.filter(({ required }) => required);
  return Object.fromEntries(
    asked.map((field) => [field.name, known[field.name] ?? byKind[field.kind]?.(field) ?? 'Kaai 7']),
  );
}
