import { randomBytes } from 'node:crypto';
import { Writable } from 'node:stream';
import { pino } from 'pino';
import supertest from 'supertest';
import { v7 as uuid } from 'uuid';
import { createApp } from '../../api/app.ts';
import type { Deps } from '../../api/deps.ts';
import type { AnyOperation } from '../../api/operation.ts';
import { operations } from '../../api/operations.ts';
import { createApiServer } from '../../api/server.ts';
import { createLimits } from '../../api/limits.ts';
import { createSlots } from '../../api/slots.ts';
import { createLoginLimits } from '../../api/sessions/login-limits.ts';
import { instantOf } from '../../domain/calendar.ts';
import { isKnownPassword } from '../../platform/known-passwords.ts';
import { createHashing } from '../../platform/hashing.ts';
import { hashPassword, needsRehash } from '../../platform/passwords.ts';
import { createSecondFactors } from '../../platform/second-factors.ts';
import { hashToken, newToken } from '../../platform/tokens.ts';
import { createVault } from '../../platform/vault.ts';
import { migratedDatabase } from '../db/own-database.ts';
import { registry } from '../support/registry.ts';
import { grantBoxes, openBoxes } from '../support/rights.ts';

export const password = 'correct horse battery staple';

export type OwnApi = Awaited<ReturnType<typeof ownApi>>;

/** An API of one's own over a database of one's own, with a clock that the test sets. */
export async function ownApi(served: readonly AnyOperation[] = operations, more: Partial<Deps> = {}) {
  const database = await migratedDatabase();
  const { knex } = database;
  const logged: string[] = [];
  const sink = new Writable({
    write: (chunk: Buffer, _encoding, done) => {
      logged.push(chunk.toString());
      done();
    },
  });
  const time = { now: Date.parse('2027-02-02T14:00:00.000Z') };
  const hashing = createHashing({ atOnce: 2, waiting: 100 });
  const deps: Deps = {
    knex,
    log: pino({ level: 'debug' }, sink),
    registry,
    clock: () => instantOf(time.now),
    tokens: { newToken, hashToken },
    passwords: { ...hashing, needsRehash, isKnown: isKnownPassword },
    loginLimits: createLoginLimits(knex, createSlots(4, 100)),
    limits: createLimits(knex, database.name),
    secondFactors: createSecondFactors('https://mailroom.example'),
    vault: createVault([{ id: 'm1', key: randomBytes(32) }]),
    // Not asked for by the operations of these tests.
    ...({} as Pick<Deps, 'lives' | 'objectStore' | 'sealedStore' | 'mails' | 'intake'>),
    health: [],
    codec: (_operation, body) => Promise.resolve(body),
    config: {
      env: 'test',
      publicUrl: 'https://mailroom.example',
      trustedProxies: ['127.0.0.1', '::1', '10.0.0.0/8'],
    },
    ...more,
  };
  const server = createApiServer(createApp(deps, served).callback());
  const port = await server.listen(0, '127.0.0.1');
  return {
    deps,
    knex,
    port,
    server,
    time,
    database,
    people: await peopleIn(knex),
    http: supertest(`http://127.0.0.1:${port}`),
    lines: () => logged.map((line) => JSON.parse(line) as Record<string, unknown>),
    log: () => logged.join(''),
    close: async () => {
      await server.drain(1_000);
      await hashing.close();
      await database.drop();
    },
  };
}

const AT = new Date('2027-02-01T09:00:00.000Z');

/** Two companies with their people, a site with a token, an operator. */
async function peopleIn(knex: Deps['knex']) {
  const ids = {
    brand: uuid(),
    site: uuid(),
    bakery: uuid(),
    brewery: uuid(),
    box: uuid(),
    an: uuid(),
    bert: uuid(),
    olga: uuid(),
    sam: uuid(),
    gone: uuid(),
    anMembership: uuid(),
    token: uuid(),
  };
  const hash = await hashPassword(password);
  const user = (id: string, username: string) => ({
    id,
    username,
    email: `${username}@example.com`,
    password_hash: hash,
    name: `${username} Canaryname`,
    language: 'nl',
  });
  await knex('brands').insert({
    id: ids.brand,
    brand_key: 'demo',
    name: 'Demo',
    country: 'BE',
    zone: 'Europe/Brussels',
    default_language: 'nl',
  });
  await knex('sites').insert({
    id: ids.site,
    brand_id: ids.brand,
    site_key: 'ghent',
    name: 'Gent',
    country: 'BE',
    zone: 'Europe/Brussels',
    cut_off: '15:00',
    working_weekdays: '1,2,3,4,5',
  });
  await knex('companies').insert([
    { id: ids.bakery, brand_id: ids.brand, name: 'Bakkerij', language: 'nl' },
    { id: ids.brewery, brand_id: ids.brand, name: 'Brouwerij', language: 'nl' },
  ]);
  await knex('users').insert([
    user(ids.an, 'an'),
    user(ids.bert, 'bert'),
    user(ids.olga, 'olga'),
    user(ids.sam, 'sam'),
  ]);
  await knex('users').insert({ ...user(ids.gone, 'gone'), deactivated_at: AT });
  await knex('memberships').insert([
    { id: ids.anMembership, user_id: ids.an, company_id: ids.bakery, profile: 'user', accepted_at: AT },
    { id: uuid(), user_id: ids.bert, company_id: ids.brewery, profile: 'administrator', accepted_at: AT },
  ]);
  await knex('staff_roles').insert([
    { user_id: ids.olga, role: 'operator', site_id: null },
    { user_id: ids.sam, role: 'site', site_id: ids.site },
  ]);
  await knex('postboxes').insert({
    id: ids.box,
    brand_id: ids.brand,
    company_id: ids.bakery,
    site_id: ids.site,
    number: 'PB 1',
    primary_option: 'scan',
    allowed_decisions: 'keep,destroy',
    default_manner: 'standard',
  });
  await openBoxes(knex, ids.bakery, [ids.box]);
  await grantBoxes(knex, ids.anMembership, [ids.box], ['read', 'decide']);
  const siteToken = newToken();
  await knex('service_tokens').insert({
    id: ids.token,
    site_id: ids.site,
    name: 'scanner',
    token_hash: hashToken(siteToken),
    created_at: AT,
  });
  const issuerToken = newToken();
  const issuerId = uuid();
  const issuer = { id: issuerId, brand_id: ids.brand, issuer_key: 'an-issuer', name: 'An issuer' };
  await knex('issuers').insert({ ...issuer, created_at: AT });
  await knex('service_tokens').insert({
    id: uuid(),
    issuer_id: issuerId,
    name: 'deliveries',
    token_hash: hashToken(issuerToken),
    created_at: AT,
  });
  return { ...ids, siteToken, issuerToken };
}

/** A bearer token of that user. */
export async function tokenOf(api: OwnApi, username: string): Promise<string> {
  const answer = await api.http.post('/v1/sessions').send({ username, password, mode: 'bearer' });
  if (answer.status !== 201) throw new Error(`log-in of ${username} failed: ${answer.text}`);
  return answer.body.token as string;
}

export const bearer = (token: string) => ({ Authorization: `Bearer ${token}` });
