import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { randomBytes, randomUUID } from 'node:crypto';
import { formsAtFault } from '../../../db/queries/registration-forms.ts';
import type { FormField } from '../../../domain/registration-form.ts';
import { aKey, ifMatch, said } from '../../support/fixtures.ts';
import { createLivingWorld } from '../../support/living-world.ts';
import { portalForm, writeForm } from '../../support/forms.ts';
import { registry } from '../../support/registry.ts';
import { caughtFor } from '../../support/catcher.ts';
import { staffMember } from '../../support/staff.ts';
import { until } from '../../support/wait.ts';

type Headers = Record<string, string>;

let world: Awaited<ReturnType<typeof createLivingWorld>>;
let olga: Headers;

beforeAll(async () => {
  world = await createLivingWorld();
  // Links end by the clock of the house, lives by that of Temporal.
  world.time.now = Date.now();
  olga = await world.as('olga.operator');
}, 120_000);
// Every applicant here sits in one place.
beforeEach(() => world.knex('rate_limits').delete());
afterAll(() => world.close(), 60_000);

const newFormKey = () => randomBytes(32).toString('base64url');
const held = (formKey: string): Headers => ({ 'Registration-Key': formKey });
let numbers = 0;
/** A Belgian number that nobody had before. */
function newNumber(): string {
  const head = 10_000_000 + (numbers += 1);
  return `BE${head}${String(97 - (head % 97)).padStart(2, '0')}`;
}
const newAddress = () => `z${randomBytes(6).toString('hex')}@applicant.example`;

const answersOf = (more: object = {}) => ({
  companyName: 'Brasserie du Coin',
  enterpriseNumber: newNumber(),
  street: 'Rue Haute 1',
  postalCode: '1000',
  city: 'Bruxelles',
  country: 'BE',
  firstName: 'Zoë',
  lastName: 'Maes',
  email: newAddress(),
  applications: ['postbox'],
  ...more,
});

const begin = (formKey: string, answers: object, form = 'postkamer-portal') =>
  world.http.post('/v1/registrations').set(held(formKey)).send({ form, language: 'nl', answers });
const read = (id: string, formKey: string) => world.http.get(`/v1/registrations/${id}`).set(held(formKey));
const say = (id: string, formKey: string, what: string, body: object = {}) =>
  world.http
    .post(`/v1/registrations/${id}/${what}`)
    .set({ ...held(formKey), ...aKey() })
    .send(body);
const decide = (id: string, what: string, body: object = {}, as: Headers = olga) =>
  world.http
    .post(`/v1/registrations/${id}/${what}`)
    .set({ ...as, ...aKey() })
    .send(body);
const confirm = (token: string) =>
  world.http.post('/v1/registrations/confirmations').set(aKey()).send({ token });
interface Mail {
  readonly subject: string;
  readonly text: string;
}

/** Mails to that address, newest first, once there are so many. */
async function mailsTo(address: string, count: number): Promise<readonly Mail[]> {
  let mails: readonly Mail[] = [];
  await until(`${count} mails to ${address}`, async () => {
    await world.wakeAll();
    mails = await caughtFor(address);
    return mails.length >= count;
  });
  return mails;
}

async function tokenTo(address: string, count = 1): Promise<string> {
  const [mail] = await mailsTo(address, count);
  return /\/links\/registration[^#]*#([A-Za-z0-9_-]{43})/.exec(mail?.text ?? '')?.[1] ?? 'none';
}

/** A case with staff. */
async function inReview(more: object = {}) {
  const formKey = newFormKey();
  const answers = answersOf(more);
  const { body } = await begin(formKey, answers);
  expect((await confirm(await tokenTo(answers.email))).status).toBe(200);
  const handedIn = await say(body.id, formKey, 'submission');
  expect([handedIn.status, handedIn.body.stage]).toEqual([200, 'review']);
  return { id: body.id as string, formKey, answers };
}

/** A second person, who may do what the first may. */
async function anotherOfTheStaff(): Promise<Headers> {
  const username = 'omar.operator';
  await staffMember(world.knex, { username });
  return world.as(username);
}

/** By the link in one of so many mails. */
async function accept(address: string, count: number): Promise<void> {
  const mails = await mailsTo(address, count);
  const token = /\/links\/invitation[^#]*#([A-Za-z0-9_-]{43})/.exec(
    mails.map(({ text }) => text).join(),
  )?.[1];
  const body = { token, password: 'a brewery at the corner of the street' };
  expect((await world.http.post('/v1/invitations/acceptance').set(aKey()).send(body)).status).toBe(200);
}

describe('the forms', () => {
  test('are offered to anybody, in his language', async () => {
    const { body } = await world.http
      .get('/v1/registration-forms?brand=postkamer')
      .set('Accept-Language', 'fr');
    expect(body.items.map(({ form }: { form: string }) => form)).toEqual([
      'postkamer-collect-and-stamp',
      'postkamer-portal',
    ]);
    const start = await world.http
      .get('/v1/registration-forms?brand=postkamer&lang=fr')
      .set('Accept-Language', 'de');
    expect(start.body).toEqual(body);
    const [collect] = body.items;
    const webpass = collect.fields.find(({ name }: { name: string }) => name === 'webpass');
    expect(webpass).toMatchObject({ required: false, label: 'Numéro webpass' });
  });

  test('offer what the registry knows; the API starts on no other, and says each fault with its form', async () => {
    expect(await formsAtFault(world.knex, registry)).toEqual([]);
    const { brand_id: brandId } = await world.knex('registration_forms').first<{ brand_id: string }>();
    const [known] = portalForm.fields.filter(({ name }) => name === 'applications');
    const offered = { ...known, choices: ['postbox', 'deposits'] } as FormField;
    const fields = portalForm.fields.map((field) => (field.name === 'applications' ? offered : field));
    const id = await writeForm(world.knex, brandId, { ...portalForm, fields });
    const key = `portal-${id.slice(-12)}`;
    expect(await formsAtFault(world.knex, registry)).toEqual([
      `the form ${key}: no application is called deposits`,
    ]);
    await world.knex('registration_forms').where({ id }).delete();
  });

  test('one is read by its name, another is not there', async () => {
    expect((await world.http.get('/v1/registration-forms/postkamer-portal')).body.title).toBe(
      'Get access to Postkamer',
    );
    expect(said(await world.http.get('/v1/registration-forms/no-such-form'))).toEqual([404, 'not-found']);
  });
});

describe('beginning', () => {
  test('WF-01: the same form twice is the same case, for the holder of its form key', async () => {
    const formKey = newFormKey();
    const answers = answersOf();
    const first = await begin(formKey, answers);
    expect(first.status).toBe(201);
    expect(first.body).toMatchObject({ stage: 'draft', isEmailConfirmed: false, form: 'postkamer-portal' });
    const again = await begin(formKey, answersOf());
    expect([again.status, again.body.id, again.body.answers]).toEqual([
      201,
      first.body.id,
      first.body.answers,
    ]);
    expect((await begin(newFormKey(), answers)).body.id).not.toBe(first.body.id);
  });

  test('[check 34] the answer is the same whether or not company and address are known', async () => {
    const known = await inReview();
    const one = await begin(newFormKey(), { ...known.answers });
    const other = await begin(newFormKey(), answersOf());
    const shape = ({ status, body, headers }: typeof one) => ({
      status,
      fields: Object.keys(body),
      stage: body.stage,
      text: body.text,
      headers: Object.keys(headers).sort(),
    });
    expect(shape(one)).toEqual(shape(other));
    expect(JSON.stringify(one.body)).not.toContain(known.id);
  });

  test('[check 35] another address kills the link to the one before, also when none may be mailed to it now', async () => {
    const formKey = newFormKey();
    const answers = answersOf();
    const { body } = await begin(formKey, answers);
    const token = await tokenTo(answers.email);
    const email = newAddress();
    for (let index = 0; index < 5; index += 1) await world.deps.limits.spend('linkMailsToAddress', email);
    const changed = await world.http
      .patch(`/v1/registrations/${String(body.id)}`)
      .set({ ...held(formKey), ...aKey() })
      .send({ answers: { email } });
    expect([changed.status, changed.body.isEmailConfirmed]).toEqual([200, false]);
    expect(said(await confirm(token))).toEqual([409, 'link.unusable']);
    expect((await read(String(body.id), formKey)).body.isEmailConfirmed).toBe(false);
  });

  test('ten times at once with one form key: one case', async () => {
    const formKey = newFormKey();
    const answers = answersOf();
    const begun = await Promise.all(Array.from({ length: 10 }, () => begin(formKey, answers)));
    expect(new Set(begun.map(({ body }) => body.id)).size).toBe(1);
  });

  test.each([
    ['without a mail address', { email: undefined }, '/answers/email', 'field.missing'],
    [
      'with a number that is none',
      { enterpriseNumber: 'BE0123456789' },
      '/answers/enterpriseNumber',
      'field.format',
    ],
    ['with a field nobody asked for', { isAdministrator: true }, '/answers/isAdministrator', 'field.unknown'],
  ])('%s is refused, and the field is named', async (_case, wrong, field, reason) => {
    const { status, body } = await begin(newFormKey(), answersOf(wrong));
    expect([status, body.reason]).toEqual([422, 'request.invalid']);
    expect(body.errors ?? body.faults).toEqual([expect.objectContaining({ field, reason })]);
  });

  test('without a form key, or with a short one, nothing is filed', async () => {
    const body = { form: 'postkamer-portal', language: 'nl', answers: answersOf() };
    expect(said(await world.http.post('/v1/registrations').send(body))).toEqual([422, 'request.invalid']);
    expect(said(await begin('short', answersOf()))).toEqual([422, 'request.invalid']);
  });

  test('with another form key there is no such case', async () => {
    const { id } = await inReview();
    for (const key of [newFormKey(), 'none'])
      expect([said(await read(id, key)), said(await say(id, key, 'withdrawal'))]).toEqual([
        [404, 'not-found'],
        [404, 'not-found'],
      ]);
  });
});

describe('the link', () => {
  test('[check 35] is single use under 100 parallel uses, and stored hashed', async () => {
    const formKey = newFormKey();
    const answers = answersOf();
    const { body } = await begin(formKey, answers);
    const token = await tokenTo(answers.email);
    const all = await Promise.all(Array.from({ length: 100 }, () => confirm(token)));
    const used = all.filter(({ status }) => status === 200);
    expect(used).toHaveLength(1);
    // The engine takes a few updates of one life at once; the rest may be told to come back (503).
    for (const refused of all.filter(({ status }) => ![200, 503].includes(status)))
      expect(said(refused)).toEqual([409, 'link.unusable']);
    const link = await world.knex('one_time_links').where({ life_id: body.id }).first();
    expect(JSON.stringify(link)).not.toContain(token);
    expect((await read(body.id, formKey)).body.isEmailConfirmed).toBe(true);
  });

  test('[check 36] its host is that of the configuration, whatever the request says', async () => {
    const answers = answersOf();
    await world.http
      .post('/v1/registrations')
      .set({ ...held(newFormKey()), Host: 'evil.example', 'X-Forwarded-Host': 'evil.example' })
      .send({ form: 'postkamer-portal', language: 'nl', answers });
    const [mail] = await mailsTo(answers.email, 1);
    expect(mail?.text).toContain('https://mailroom.example/links/registration?lang=nl#');
    expect(mail?.text).not.toContain('evil.example');
  });

  test('[check 37] opening it changes nothing: there is no GET', async () => {
    const formKey = newFormKey();
    const answers = answersOf();
    const { body } = await begin(formKey, answers);
    const token = await tokenTo(answers.email);
    expect((await world.http.get(`/v1/registrations/confirmations?token=${token}`)).status).toBe(404);
    expect((await read(body.id, formKey)).body.isEmailConfirmed).toBe(false);
  });

  test('[check 38] tokens and form keys are in no log, and no page passes them on', async () => {
    const formKey = newFormKey();
    const answers = answersOf();
    const { headers } = await begin(formKey, answers);
    const token = await tokenTo(answers.email);
    await confirm(token);
    expect(headers['referrer-policy']).toBe('no-referrer');
    for (const secret of [formKey, token, answers.email]) expect(world.log()).not.toContain(secret);
  });

  test('[check 42] an unknown, a used and a replaced one give one answer', async () => {
    const formKey = newFormKey();
    const answers = answersOf();
    const { body } = await begin(formKey, answers);
    const replaced = await tokenTo(answers.email);
    await say(body.id, formKey, 'confirmation-mail');
    const used = await tokenTo(answers.email, 2);
    await confirm(used);
    const answered = await Promise.all([newFormKey(), used, replaced].map((token) => confirm(token)));
    const shown = answered.map(({ status, body: { reason, title, detail } }) => ({
      status,
      reason,
      title,
      detail,
    }));
    expect(new Set(shown.map((each) => JSON.stringify(each))).size).toBe(1);
    expect(shown[0]).toMatchObject({ status: 409, reason: 'link.unusable' });
  });
});

describe('filling in', () => {
  test('is finished later: what is missing is named field by field when it is handed in (CS-06)', async () => {
    const formKey = newFormKey();
    const { body } = await begin(formKey, { email: newAddress() });
    const refused = await say(body.id, formKey, 'submission');
    expect(said(refused)).toEqual([422, 'request.invalid']);
    const patch = (answers: object) =>
      world.http
        .patch(`/v1/registrations/${body.id}`)
        .set({ ...held(formKey), ...aKey() })
        .send({ answers });
    const { email: _email, ...rest } = answersOf();
    expect((await patch(rest)).status).toBe(200);
    expect((await patch({ phone: '+32 2 201 11 11' })).body.answers).toMatchObject({
      city: 'Bruxelles',
      phone: '+32 2 201 11 11',
    });
    expect((await patch({ phone: null })).body.answers).not.toHaveProperty('phone');
    expect((await say(body.id, formKey, 'submission')).body.stage).toBe('unconfirmed');
    expect(said(await patch({ city: null }))).toEqual([422, 'request.invalid']);
  });

  test('the same key gets the same answer, another body under it is refused', async () => {
    const { id, formKey } = await inReview();
    await decide(id, 'return', { fields: ['phone'] });
    const key = aKey();
    const patch = (answers: object) =>
      world.http
        .patch(`/v1/registrations/${id}`)
        .set({ ...held(formKey), ...key })
        .send({ answers });
    expect((await patch({ phone: '02 201 11 11' })).status).toBe(200);
    expect((await patch({ phone: '02 201 11 11' })).status).toBe(200);
    expect(said(await patch({ phone: '02 201 11 12' }))).toEqual([409, 'request.key-reused']);
  });
});

describe('staff', () => {
  test('see what waits for them, since when and until when, what is overdue first', async () => {
    const [late, young] = [await inReview(), await inReview()];
    await world
      .knex('registrations')
      .where({ id: late.id })
      .update({ review_due_at: new Date(Date.now() - 3_600_000) });
    const { body } = await world.http.get('/v1/registrations?limit=100').set(olga);
    const ids = body.items.map(({ id }: { id: string }) => id);
    expect(ids.indexOf(late.id)).toBeLessThan(ids.indexOf(young.id));
    const [first] = body.items.filter(({ id }: { id: string }) => id === late.id);
    expect(first).toMatchObject({ isOverdue: true, openingHoursLeft: 0, stage: 'review' });
    const paged = await world.http.get('/v1/registrations?limit=1').set(olga);
    const rest = await world.http.get(`/v1/registrations?limit=1&after=${paged.body.next}`).set(olga);
    expect(rest.body.items[0].id).not.toBe(paged.body.items[0].id);
  });

  test('read one whole, with the other cases of its enterprise number', async () => {
    const one = await inReview();
    const other = await inReview({ enterpriseNumber: one.answers.enterpriseNumber, firstName: 'Yves' });
    const { body } = await world.http
      .get(`/v1/registrations/${one.id}/case`)
      .set({ ...olga, 'Accept-Language': 'de' });
    expect(body.linked).toEqual([{ id: other.id, stage: 'review' }]);
    expect(body.company).toBeNull();
    expect(body.answers).toContainEqual({
      name: 'companyName',
      label: 'Unternehmen',
      answer: 'Brasserie du Coin',
    });
  });

  test('return it with fields to correct, told in words of the form', async () => {
    const { id, formKey, answers } = await inReview();
    expect(said(await decide(id, 'return', { fields: ['password'] }))).toEqual([422, 'request.invalid']);
    const returned = await decide(id, 'return', {
      fields: ['enterpriseNumber'],
      note: 'Not the number of your company.',
    });
    expect([returned.status, returned.body.stage]).toEqual([200, 'returned']);
    expect((await read(id, formKey)).body).toMatchObject({
      stage: 'returned',
      correction: { fields: ['enterpriseNumber'], note: 'Not the number of your company.' },
    });
    const mails = await mailsTo(answers.email, 3);
    expect(mails.map(({ text }) => text).join()).toContain('Ondernemingsnummer');
  });

  test('approve: the applicant is invited, accepts, and administers a company of his own', async () => {
    const { id, formKey, answers } = await inReview();
    const approved = await decide(id, 'approval', { applications: ['postbox'] });
    expect([approved.status, approved.body.stage]).toEqual([200, 'invited']);
    expect((await read(id, formKey)).body.stage).toBe('approved');
    await accept(answers.email, 3);
    await until('the case is granted', async () => {
      await world.wakeAll();
      return (await read(id, formKey)).body.stage === 'granted';
    });
  });

  test('[check 47] approve only with a proof, and by no longer one than ten minutes', async () => {
    const { id } = await inReview();
    const session = await world.as('olga.operator');
    world.time.now = Date.now() + 601_000;
    expect(said(await decide(id, 'approval', { applications: ['postbox'] }, session))).toEqual([
      403,
      'session.step-up-needed',
    ]);
    world.time.now = Date.now();
  });

  test('a boundary that the registry does not take is refused by field, and nothing is written of it', async () => {
    const { id, answers } = await inReview();
    const box = { value: randomUUID(), label: 'BE 1001', kind: null };
    const contract = { value: 'CS12', label: 'Contract', kind: 'master' };
    const refused = [
      await decide(id, 'approval', { applications: ['postbox'], scopeValues: { contracts: [contract] } }),
      await decide(id, 'approval', {
        applications: ['collect-and-stamp'],
        scopeValues: { contracts: [contract] },
      }),
      await decide(id, 'approval', { applications: ['postbox'], scopeValues: { postboxes: [box] } }),
    ];
    expect(refused.map(({ status, body }) => [status, body.reason, body.field])).toEqual([
      [422, 'rights.scope-incomplete', 'scopeValues/contracts'],
      [422, 'rights.value-malformed', 'scopeValues/contracts/0/value'],
      [422, 'account.box-of-other-company', 'scopeValues/postboxes'],
    ]);
    const companies = world.knex('companies').where({ enterprise_number: answers.enterpriseNumber });
    expect(await companies).toEqual([]);
    const whole = { contracts: [{ ...contract, value: 'CS000123456789' }] };
    const approved = await decide(id, 'approval', {
      applications: ['collect-and-stamp'],
      scopeValues: whole,
    });
    expect([approved.status, approved.body.stage]).toEqual([200, 'invited']);
    const { id: companyId } = await companies.first<{ id: string }>('id');
    const held = await world
      .knex('holdings as h')
      .join('grants as g', 'g.holding_id', 'h.id')
      .join('grant_values as v', 'v.grant_id', 'g.id')
      .where({ 'h.holder_id': companyId, 'v.dimension': 'contracts' })
      .distinct('v.value')
      .pluck('v.value');
    expect(held).toEqual(['CS000123456789']);
  });

  test('a router that clients know already has what they gave it as soon as it is registered (RT-03, RT-04)', async () => {
    const number = newNumber();
    const place = { street: 'Rue du Nord 4', postalCode: '7000', city: 'Mons', country: 'BE' };
    const entry = { brand: 'postkamer', name: 'Routage du Nord', type: 'other', ...place };
    const list = () =>
      world.http
        .post('/v1/routers')
        .set({ ...olga, ...aKey() })
        .send({ ...entry, enterpriseNumber: number });
    const listed = await list();
    expect([listed.status, listed.body.hasAccount]).toEqual([201, false]);
    expect(said(await list())).toEqual([409, 'router.listed-already']);
    const client = await world
      .knex('accounts as a')
      .join('companies as c', 'c.id', 'a.company_id')
      .where('c.name', 'Bakkerij Peeters')
      .first<{ id: string; company_id: string }>('a.id', 'a.company_id');
    const of = `/v1/companies/${client.company_id}/routers`;
    const scope = { products: ['letter'], 'invoice-addresses': ['100001'] };
    const given = await world.http
      .put(`${of}/${listed.body.id}/rights/${client.id}/e-masspost`)
      .set({ ...(await world.as('an.peeters')), ...ifMatch(0) })
      .send({ rights: [{ actions: ['global-follow-up'], scope }] });
    expect(given.status).toBe(200);
    const standing = async () => {
      const { body } = await world.http.get(of).set(await world.as('an.peeters'));
      const shown = body.items.find(({ router }: { router: { id: string } }) => router.id === listed.body.id);
      return [shown.router.hasAccount, shown.state, shown.hasAdministrator];
    };
    expect(await standing()).toEqual([false, 'waiting-for-account', false]);
    const { id, answers } = await inReview({ enterpriseNumber: number });
    expect((await decide(id, 'approval', { applications: ['postbox'] })).status).toBe(200);
    expect(await standing()).toEqual([true, 'granted-unusable', false]);
    await accept(answers.email, 3);
    expect(await standing()).toEqual([true, 'granted-unusable', true]);
    const { id: userId, username } = await world
      .knex('users')
      .where({ email: answers.email })
      .first<{ id: string; username: string }>('id', 'username');
    const own = await world
      .knex('memberships')
      .where({ user_id: userId })
      .first<{ company_id: string }>('company_id');
    const handedOn = await world.http
      .put(`/v1/companies/${own.company_id}/users/${userId}/rights/${client.id}/e-masspost`)
      .set({ ...(await world.as(username)), ...ifMatch(0) })
      .send({ rights: [{ actions: ['global-follow-up'], scope }] });
    expect(handedOn.status).toBe(200);
    expect(await standing()).toEqual([true, 'working', true]);
  });

  test('referred while the first administrator is invited: he hears of those who consented once he has accepted', async () => {
    const first = await inReview();
    const { enterpriseNumber } = first.answers;
    const yves = await inReview({ enterpriseNumber, firstName: 'Yves', referralConsent: true });
    const carla = await inReview({ enterpriseNumber, firstName: 'Carla' });
    await decide(first.id, 'approval', { applications: ['postbox'] });
    for (const { id, formKey } of [yves, carla])
      await until('the others are referred', async () => {
        await world.wakeAll();
        return (await read(id, formKey)).body.stage === 'answered';
      });
    await accept(first.answers.email, 3);
    const [mail] = await mailsTo(first.answers.email, 4);
    expect(mail?.text).toContain(`Yves Maes (${yves.answers.email})`);
    expect(mail?.text).not.toContain('Carla');
    const told = { kind: 'registration.administrator-told' };
    expect(await world.knex('events').where(told).pluck('subject_id')).toEqual([yves.id]);
    const shown = JSON.stringify((await read(yves.id, yves.formKey)).body);
    const mails = await mailsTo(yves.answers.email, 3);
    expect(shown + mails.map(({ text }) => text).join()).not.toContain(first.answers.email);
  });

  test('the invitation is sent again on request, by the holder of the form key', async () => {
    const { id, formKey, answers } = await inReview();
    expect(said(await say(id, formKey, 'invitation'))).toEqual([409, 'registration.not-approved']);
    await decide(id, 'approval', { applications: ['postbox'] });
    await mailsTo(answers.email, 3);
    expect((await say(id, formKey, 'invitation')).status).toBe(200);
    const mails = await mailsTo(answers.email, 4);
    const tokens = mails.flatMap(
      ({ text }) => /\/links\/invitation[^#]*#([A-Za-z0-9_-]{43})/.exec(text)?.[1] ?? [],
    );
    expect(new Set(tokens).size).toBe(2);
  });

  test('WF-01: two approvals of two cases of one number at once: one company, the other is refused', async () => {
    const one = await inReview();
    const other = await inReview({ enterpriseNumber: one.answers.enterpriseNumber, firstName: 'Yves' });
    const answers = await Promise.all(
      [one, other].map(({ id }) => decide(id, 'approval', { applications: ['postbox'] })),
    );
    expect(answers.map(said).sort()).toEqual([
      [200, undefined],
      [409, 'registration.has-administrator'],
    ]);
    const companies = world.knex('companies').where({ enterprise_number: one.answers.enterpriseNumber });
    expect(await companies).toHaveLength(1);
  });

  test('two approvals of one case at once: one company, one user', async () => {
    const { id, answers } = await inReview();
    const two = await Promise.all([1, 2].map(() => decide(id, 'approval', { applications: ['postbox'] })));
    expect(two.map(({ status }) => status).sort()).toEqual([200, 409]);
    const companies = await world.knex('companies').where({ enterprise_number: answers.enterpriseNumber });
    expect(companies).toHaveLength(1);
    expect(await world.knex('users').where({ email: answers.email })).toHaveLength(1);
  });

  test('WF-01: refer: neither the applicant nor his mail learns who administers, and the HTTP answer says nothing', async () => {
    const first = await inReview();
    await decide(first.id, 'approval', { applications: ['postbox'] });
    const second = await inReview({ enterpriseNumber: first.answers.enterpriseNumber, firstName: 'Yves' });
    expect((await decide(second.id, 'referral')).body.stage).toBe('referred');
    const { body } = await read(second.id, second.formKey);
    expect(body).toMatchObject({ stage: 'answered', note: null });
    const mails = await mailsTo(second.answers.email, 3);
    const shown = JSON.stringify(body) + mails.map(({ text }) => text).join();
    for (const secret of [first.answers.email, first.id]) expect(shown).not.toContain(secret);
    expect(said(await say(second.id, second.formKey, 'withdrawal'))).toEqual([409, 'registration.closed']);
  });

  test('nobody administers any more: two of the staff, a letter, and the holder of the case types its code', async () => {
    const first = await inReview();
    await decide(first.id, 'approval', { applications: ['postbox'] });
    await accept(first.answers.email, 3);
    const former = () => world.knex('users').where({ email: first.answers.email }).select('id');
    await world.knex('memberships').whereIn('user_id', former()).update({ suspended_at: new Date() });
    const { enterpriseNumber } = first.answers;
    const yves = await inReview({ enterpriseNumber, firstName: 'Yves', lastName: 'Nomoreboss' });
    const enter = (code: string, formKey = yves.formKey) =>
      say(yves.id, formKey, 'administrator-code', { code });
    expect(said(await enter('7QK2-M9XD-40TB-VW3Z'))).toEqual([404, 'not-found']);
    expect((await decide(yves.id, 'referral')).body.stage).toBe('recovery');
    expect((await read(yves.id, yves.formKey)).body.stage).toBe('answered');

    const list = await world.http.get('/v1/administrator-recoveries').set(olga);
    const [proposal] = list.body.items;
    expect(proposal).toMatchObject({ stage: 'asked', userId: null, registrationId: yves.id });
    expect(said(await say(yves.id, yves.formKey, 'invitation'))).toEqual([409, 'registration.closed']);
    const path = `/v1/administrator-recoveries/${proposal.id}`;
    const post = (what: string, as: Headers) => world.http.post(`${path}/${what}`).set({ ...as, ...aKey() });
    const omar = await anotherOfTheStaff();
    expect(said(await post('approval', omar))).toEqual([409, 'administrator-recovery.not-endorsed']);
    expect((await post('endorsement', olga)).body.stage).toBe('proposed');
    expect(said(await post('endorsement', omar))).toEqual([409, 'administrator-recovery.endorsed']);
    expect(said(await post('approval', olga))).toEqual([403, 'administrator-recovery.second-person-needed']);
    expect((await post('approval', omar)).body.stage).toBe('objection');
    const { code } = (await world.http.get(`${path}/letter`).set(omar)).body as { code: string };
    expect(said(await enter(code))).toEqual([409, 'administrator-recovery.not-open']);
    world.time.now = Date.now() + 20 * 86_400_000;
    expect(said(await enter(code, newFormKey()))).toEqual([404, 'not-found']);
    expect(said(await enter('7QK2-M9XD-40TB-VW3Z'))).toEqual([422, 'administrator-recovery.code-wrong']);
    expect((await enter(code)).body).toEqual({ appointed: true });
    expect(said(await enter(code))).toEqual([409, 'administrator-recovery.over']);
    await mailsTo(yves.answers.email, 4);
    expect((await say(yves.id, yves.formKey, 'invitation')).status).toBe(200);
    await mailsTo(yves.answers.email, 5);
    // Its 72 hours pass unused: there is another one for the asking, and staff see that it is waited for.
    const appointed = world.knex('users').where({ email: yves.answers.email }).select('id');
    await world
      .knex('user_provisionings')
      .whereIn('user_id', appointed)
      .update({ closed_at: new Date(), outcome: 'expired', open_key: null });
    expect((await say(yves.id, yves.formKey, 'invitation')).status).toBe(200);
    // After as many days as an approval waits it is for staff to send.
    world.time.now += 31 * 86_400_000;
    expect(said(await say(yves.id, yves.formKey, 'invitation'))).toEqual([409, 'registration.closed']);
    world.time.now = Date.now();
    const waiting = await world.http.get('/v1/administrator-recoveries').set(olga);
    expect(waiting.body.items).toEqual([
      expect.objectContaining({ id: proposal.id, stage: 'granted', awaitsAcceptance: true }),
    ]);
    await accept(yves.answers.email, 6);
    expect(said(await say(yves.id, yves.formKey, 'invitation'))).toEqual([409, 'invitation.accepted']);
    const member = await world
      .knex('memberships as m')
      .join('users as u', 'u.id', 'm.user_id')
      .where('u.email', yves.answers.email)
      .first('m.profile', 'u.username');
    expect(member).toEqual({ profile: 'administrator', username: 'yves.nomoreboss' });
    expect((await world.http.get('/v1/administrator-recoveries').set(olga)).body.items).toEqual([]);
  });

  test('WF-01: approval after withdrawal is refused', async () => {
    const { id, formKey } = await inReview();
    expect((await say(id, formKey, 'withdrawal')).body.stage).toBe('withdrawn');
    expect(said(await decide(id, 'approval', { applications: ['postbox'] }))).toEqual([
      409,
      'registration.withdrawn',
    ]);
  });
});
