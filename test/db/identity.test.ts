import { v7 as uuidv7 } from 'uuid';
import type { Knex } from 'knex';
import { endSession } from '../../db/changes/end-session.ts';
import { openSession } from '../../db/changes/open-session.ts';
import { putCanary } from '../../db/changes/put-canary.ts';
import { touchSession } from '../../db/changes/touch-session.ts';
import { canaries } from '../../db/queries/canaries.ts';
import { serviceTokenByHash, sessionByTokenHash, userForLogIn } from '../../db/queries/identity.ts';
import { personById } from '../../db/queries/person.ts';
import { verifyChain } from '../../db/queries/verify-chain.ts';
import { hours, minutes, plusMilliseconds } from '../../domain/calendar.ts';
import { AT } from './facts.ts';
import { migratedDatabase, type OwnDatabase } from './own-database.ts';

let database: OwnDatabase;
let knex: Knex;
const [brand, site, anna, otherCompany, ownCompany] = [
  uuidv7(),
  uuidv7(),
  uuidv7(),
  uuidv7(),
  uuidv7(),
] as const;

beforeAll(async () => {
  database = await migratedDatabase();
  ({ knex } = database);
  const place = { name: 'Post', country: 'BE', zone: 'Europe/Brussels' };
  await knex('brands').insert({ id: brand, brand_key: 'post', ...place, default_language: 'nl' });
  const calendar = { cut_off: '15:00', working_weekdays: '1,2,3,4,5' };
  await knex('sites').insert({
    id: site,
    brand_id: brand,
    site_key: 'gent',
    ...place,
    ...calendar,
    name: 'Gent',
  });
  await knex('companies').insert([
    { id: ownCompany, brand_id: brand, name: 'Bakker', language: 'nl' },
    { id: otherCompany, brand_id: brand, name: 'Atelier', language: 'fr' },
  ]);
  await user('anna', 'anna@bakker.example', { id: anna });
  await knex('memberships').insert([
    {
      id: uuidv7(),
      user_id: anna,
      company_id: ownCompany,
      profile: 'administrator',
      accepted_at: new Date(AT),
    },
    { id: uuidv7(), user_id: anna, company_id: otherCompany, profile: 'user', accepted_at: new Date(AT) },
  ]);
  await knex('staff_roles').insert([
    { user_id: anna, role: 'operator', site_id: null },
    { user_id: anna, role: 'site', site_id: site },
  ]);
});
afterAll(() => database.drop());

function user(username: string, email: string, more: object = {}) {
  return knex('users').insert({ id: uuidv7(), username, email, name: username, language: 'nl', ...more });
}

/** A session of Anna's, twelve hours long; returns its id and the hash of its token. */
async function opened(kind: 'cookie' | 'bearer' = 'bearer') {
  const session = { id: uuidv7(), tokenHash: `${uuidv7()}${uuidv7()}`.replaceAll('-', ''), kind };
  await openSession(knex)({ ...session, userId: anna, at: AT, expiresAt: plusMilliseconds(AT, hours(12)) });
  return session;
}

describe('the user who logs in', () => {
  test('is found by username and by e-mail, whatever the case', async () => {
    for (const login of ['anna', 'ANNA', 'Anna@Bakker.example']) {
      expect(await userForLogIn(knex, login)).toEqual({
        ...{ id: anna, username: 'anna', passwordHash: null, isDemo: false, isActive: true },
        ...{ credentialVersion: 1, isFirstLogIn: true, hasFactor: false },
      });
    }
    expect(await userForLogIn(knex, 'nobody')).toBeNull();
  });

  test('not under a name that differs by an accent or by white space', async () => {
    expect(await userForLogIn(knex, 'ànna')).toBeNull();
    expect(await userForLogIn(knex, 'anna ')).toBeNull();
  });

  test('not by an e-mail address that two share, but each by username', async () => {
    await user('jan', 'info@atelier.example');
    await user('piet', 'info@atelier.example');
    expect(await userForLogIn(knex, 'info@atelier.example')).toBeNull();
    expect(await userForLogIn(knex, 'piet')).toMatchObject({ username: 'piet' });
  });

  test('by his own address, also while another one still has it as a username', async () => {
    await user('shared@x.example', 'first@x.example', { password_hash: 'hash' });
    expect(await userForLogIn(knex, 'shared@x.example')).toMatchObject({ username: 'shared@x.example' });
    await user('second', 'shared@x.example', { password_hash: 'hash' });
    expect(await userForLogIn(knex, 'shared@x.example')).toMatchObject({ username: 'second' });
    expect(await userForLogIn(knex, 'first@x.example')).toMatchObject({ username: 'shared@x.example' });
  });
});

describe('a session', () => {
  test('carries the user, the memberships and the staff roles', async () => {
    const { id, tokenHash } = await opened();
    const session = await sessionByTokenHash(knex, tokenHash, AT);
    expect(session).toMatchObject({ id, kind: 'bearer', lastSeenAt: AT, user: { id: anna, language: 'nl' } });
    expect(session?.memberships).toHaveLength(2);
    expect(session?.memberships).toContainEqual({
      id: expect.any(String),
      companyId: ownCompany,
      brandId: brand,
      profile: 'administrator',
    });
    expect(session?.staffRoles).toHaveLength(2);
    expect(session?.staffRoles).toContainEqual({ role: 'site', siteId: site });
  });

  test('is gone when ended, expired, unused for too long, or when it never was', async () => {
    const { id, tokenHash } = await opened('cookie');
    const isLive = async (after: number) =>
      (await sessionByTokenHash(knex, tokenHash, plusMilliseconds(AT, after))) !== null;
    expect(await isLive(minutes(29))).toBe(true);
    expect(await isLive(minutes(31))).toBe(false);
    await touchSession(knex)(id, plusMilliseconds(AT, minutes(29)));
    expect(await isLive(minutes(31))).toBe(true);
    expect(await isLive(hours(12))).toBe(false);
    await endSession(knex)(id, { type: 'user', id: anna }, AT);
    expect(await isLive(0)).toBe(false);
    expect(await sessionByTokenHash(knex, 'f'.repeat(64), AT)).toBeNull();
  });

  test('a membership that ended, and a user who was deactivated, count at once', async () => {
    const { tokenHash } = await opened();
    const ended = knex('memberships').where({ company_id: otherCompany });
    await ended.clone().update({ deactivated_at: new Date() });
    expect((await sessionByTokenHash(knex, tokenHash, AT))?.memberships).toMatchObject([
      { companyId: ownCompany },
    ]);
    await ended.clone().update({ deactivated_at: null });
    await knex('users').where({ id: anna }).update({ deactivated_at: new Date() });
    expect(await sessionByTokenHash(knex, tokenHash, AT)).toBeNull();
    await expect(opened()).rejects.toMatchObject({ refusal: { kind: 'hidden' } });
    await knex('users').where({ id: anna }).update({ deactivated_at: null });
  });

  test('is written as seen once a minute', async () => {
    const { id, tokenHash } = await opened();
    const seenAfter = async (ms: number) => {
      await touchSession(knex)(id, plusMilliseconds(AT, ms));
      return (await sessionByTokenHash(knex, tokenHash, AT))?.lastSeenAt;
    };
    expect(await seenAfter(59_999)).toBe(AT);
    expect(await seenAfter(60_000)).toBe(plusMilliseconds(AT, 60_000));
  });

  test('opening and ending are told once each, without the token', async () => {
    const { id, tokenHash } = await opened();
    await endSession(knex)(id, { type: 'user', id: anna }, AT);
    await endSession(knex)(id, { type: 'user', id: anna }, AT);
    const events = await knex('events').where({ subject_id: id }).orderBy('seq').select('kind', 'body');
    expect(events.map((event) => event.kind)).toEqual(['session.opened', 'session.ended']);
    expect(JSON.stringify(events)).not.toContain(tokenHash);
    expect(await verifyChain(knex, 'operator')).toMatchObject({ firstBreak: null });
  });
});

describe('a person', () => {
  test('is shown with companies by name and sites', async () => {
    expect(await personById(knex, anna)).toMatchObject({
      username: 'anna',
      memberships: [
        { companyName: 'Atelier', profile: 'user' },
        { companyName: 'Bakker', profile: 'administrator' },
      ],
      staffRoles: [
        { role: 'operator', siteName: null },
        { role: 'site', siteName: 'Gent' },
      ],
    });
    expect(await personById(knex, uuidv7())).toBeNull();
  });
});

describe('a service token', () => {
  test('names its site until it is revoked', async () => {
    const tokenHash = 'a'.repeat(64);
    const id = uuidv7();
    await knex('service_tokens').insert({
      id,
      site_id: site,
      name: 'line 1',
      token_hash: tokenHash,
      created_at: new Date(),
    });
    expect(await serviceTokenByHash(knex, tokenHash)).toEqual({
      ...{ id, name: 'line 1', of: 'site', siteId: site, networks: null },
    });
    await knex('service_tokens').where({ id }).update({ revoked_at: new Date() });
    expect(await serviceTokenByHash(knex, tokenHash)).toBeNull();
  });
});

describe('canaries', () => {
  test('of two that start at once, the first holds for both', async () => {
    const kept = await Promise.all(
      ['one', 'two'].map((sealed) => putCanary(knex)({ name: 'master', sealed })),
    );
    expect(kept[0]).toEqual(kept[1]);
    expect(await canaries(knex)).toEqual([kept[0]]);
  });
});
