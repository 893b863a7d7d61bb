/** Log-ins from places nobody has confirmed, with dates (WF-20). */
import { randomUUID } from 'node:crypto';
import { v7 as uuid } from 'uuid';
import { recordAttempt } from '../../db/changes/log-in-attempts.ts';
import type { Instant } from '../../domain/calendar.ts';
import type { PlaceAuthorisation } from '../../domain/place-authorisation.ts';
import type { ObjectStore } from '../../platform/object-store.ts';
import { caughtOnce } from '../support/catcher.ts';
import type { Person, StoryLife } from '../support/people-stories.ts';
import { aPerson, begin } from '../support/people-stories.ts';
import { hashOf } from '../support/requests.ts';
import type { Teller } from '../support/stories.ts';
import { openTeller } from '../support/stories.ts';

let teller: Teller;
let person: Person;
beforeEach(async () => {
  teller = await openTeller({} as ObjectStore);
  person = await aPerson(teller);
});
afterEach(() => teller.close());

/** The right password from that address at that instant; the secret is what the browser keeps. */
async function attempt(address: string, at: Instant): Promise<string> {
  await teller.until(at);
  const { knex } = teller;
  const company = await knex('companies')
    .where({ id: person.companyId })
    .first<{ brand_id: string }>('brand_id');
  const policy = await knex('policy_sets').where({ brand_id: company.brand_id }).first<{ id: string }>('id');
  const version = Number((await person.row())['credential_version']);
  const secret = randomUUID();
  await recordAttempt(knex)({
    id: uuid(),
    secretHash: hashOf(secret),
    proven: { userId: person.id, credentialVersion: version },
    sessionKind: 'cookie',
    address,
    pair: hashOf(address),
    nextStep: 'mail',
    asks: { brandId: company.brand_id, companyId: person.companyId, policySetId: policy.id },
    at,
  });
  return secret;
}

async function beginLast(): Promise<StoryLife> {
  const row = await teller.knex('place_authorisations').orderBy('id', 'desc').first<{ id: string }>('id');
  return begin(teller, 'place-authorisation', row.id);
}

const confirm = (life: StoryLife, token: string, secret: string, at?: Instant) =>
  life.command<PlaceAuthorisation>(
    'confirm',
    'authorisationId',
    { linkHash: hashOf(token), attemptHash: hashOf(secret), browser: null },
    at,
  );
const networks = (): Promise<readonly string[]> =>
  teller.knex('user_places').where({ user_id: person.id }).pluck('network');
const refused = (reason: string) => ({ cause: { message: reason } });

test('asked, confirmed after 29 minutes: the place of the attempt is authorised and the life is over', async () => {
  const secret = await attempt('2001:db8:1:2::7', '2032-02-03T14:00:00.000Z');
  const life = await beginLast();
  const token = await person.token(1);
  await teller.until('2032-02-03T14:29:00.000Z');
  await expect(confirm(life, token, 'another browser')).rejects.toMatchObject(refused('place.other-browser'));
  expect((await confirm(life, token, secret)).closed?.outcome).toBe('authorised');
  expect(await life.result()).toBe('authorised');
  expect(await networks()).toEqual(['2001:db8:1:2::/64']);
  expect(await life.told()).toEqual(['place-asked']);
});

test('[check 35] received at the last instant it is in time; half an hour and a millisecond after the log-in it is dead', async () => {
  const first = await attempt('203.0.113.7', '2032-02-03T14:00:00.000Z');
  const life = await beginLast();
  const token = await person.token(1);
  await teller.until('2032-02-03T14:30:20.000Z');
  await expect(confirm(life, token, first, '2032-02-03T14:30:00.001Z')).rejects.toMatchObject(
    refused('link.unusable'),
  );
  expect((await confirm(life, token, first, '2032-02-03T14:30:00.000Z')).closed?.outcome).toBe('authorised');
  expect(await networks()).toEqual(['203.0.113.7/32']);
});

test('never answered: it expires, its link is dead, nothing is authorised', async () => {
  await attempt('203.0.113.7', '2032-02-03T14:00:00.000Z');
  const life = await beginLast();
  await person.token(1);
  await teller.until('2032-02-03T14:31:30.000Z');
  expect(await life.result()).toBe('expired');
  const link = await teller.knex('one_time_links').where({ life_id: life.id }).first();
  expect(link.killed_at).not.toBeNull();
  expect(await networks()).toEqual([]);
});

test('WF-20: a flood: three mails, then one digest for the hour, without a link; afterwards mails again', async () => {
  for (const minute of ['00', '01', '02']) {
    await attempt('198.18.0.1', `2032-02-03T14:${minute}:00.000Z`);
    await beginLast();
  }
  for (const minute of ['03', '04', '05', '06'])
    await attempt('198.18.0.2', `2032-02-03T14:${minute}:00.000Z`);
  const rows: string[] = await teller.knex('place_authorisations').orderBy('id').pluck('told_by');
  expect(rows).toEqual(['mail', 'mail', 'mail', 'digest']);
  const digest = await beginLast();
  await teller.until('2032-02-03T15:05:00.000Z');
  expect(await digest.result()).toBe('digested');
  expect(await digest.told()).toEqual(['places-digest']);
  const mails = await caughtOnce(person.email, 4);
  const told = mails.find(({ text }) => text.includes('198.18.0.2 (4×)'));
  expect(told?.text).not.toMatch(/links\//);
  await attempt('198.18.0.3', '2032-02-03T15:10:00.000Z');
  const last = await teller.knex('place_authorisations').orderBy('id', 'desc').first();
  expect(last.told_by).toBe('mail');
});
