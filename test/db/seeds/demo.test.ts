import { randomBytes } from 'node:crypto';
import type { Knex } from 'knex';
import { createKnex } from '../../../db/knex.ts';
import { policyOf } from '../../../db/policy-sets.ts';
import { holdsDemoUsers } from '../../../db/queries/demo-users.ts';
import { seedDemo } from '../../../db/seeds/demo.ts';
import { verify } from '@node-rs/argon2';
import { hashPassword } from '../../../platform/passwords.ts';
import { publicHolidays } from '../../../platform/public-holidays.ts';
import { hashToken, newToken } from '../../../platform/tokens.ts';
import { createVault } from '../../../platform/vault.ts';
import { createDatabase } from '../../support/databases.ts';
import type { TestDatabase } from '../../support/databases.ts';
import { registry } from '../../support/registry.ts';

const vault = createVault([{ id: 'm1', key: randomBytes(32) }]);
const ports = {
  registry,
  newPassword: () => randomBytes(12).toString('base64url'),
  hashPassword,
  newToken,
  hashToken,
  newCompanyKey: (companyId: string) => vault.newCompanyKey(companyId),
  publicHolidays,
};
const at = '2026-11-22T12:00:00.000Z';

describe('the demo data', () => {
  let database: TestDatabase;
  let knex: Knex;
  beforeAll(async () => {
    database = await createDatabase();
    knex = createKnex(database.url);
  });
  afterAll(async () => {
    await knex.destroy();
    await database.drop();
  });

  const counts = async () => {
    const tables = [
      'brands',
      'sites',
      'site_closed_days',
      'users',
      'postboxes',
      'holdings',
      'grants',
      'events',
    ];
    const rows = await Promise.all(tables.map((table) => knex(table).count('* as n').first()));
    return Object.fromEntries(tables.map((table, index) => [table, rows[index]?.n]));
  };

  it('opens with the logins it tells, once; a second run changes nothing', async () => {
    expect(await holdsDemoUsers(knex)).toBe(false);
    const access = await seedDemo(knex, ports, at);
    const [login] = access?.logins ?? [];
    const user = await knex('users').where({ username: login?.username }).first('password_hash', 'is_demo');
    expect(await verify(user.password_hash, login?.password ?? '')).toBe(true);
    expect(user.is_demo).toBe(1);
    expect(new Set(access?.logins.map(({ role }) => role))).toEqual(
      new Set(['administrator', 'user', 'operator', 'site']),
    );
    expect(new Set(access?.logins.map(({ password }) => password)).size).toBe(access?.logins.length);
    const [siteToken] = access?.siteTokens ?? [];
    const stored = await knex('service_tokens').where({ token_hash: hashToken(siteToken?.token ?? '') });
    expect(stored).toHaveLength(1);

    const before = await counts();
    expect(await seedDemo(knex, ports, at)).toBeNull();
    expect(await counts()).toEqual(before);
    expect(await holdsDemoUsers(knex)).toBe(true);
  });

  it('has a brand of 14 days and one of 7, and a site in another zone than its brand', async () => {
    const sets: { id: string; zone: string }[] = await knex('policy_sets as p')
      .join('brands as b', 'b.id', 'p.brand_id')
      .orderBy('b.brand_key', 'desc')
      .select('p.id', 'b.zone');
    const policies = await Promise.all(sets.map(({ id }) => policyOf(knex, id)));
    expect(policies.map(({ decisionDays, zone }) => [decisionDays, zone])).toEqual([
      [14, 'Europe/Brussels'],
      [7, 'Europe/Amsterdam'],
    ]);
    const elsewhere = await knex('sites as s')
      .join('brands as b', 'b.id', 's.brand_id')
      .whereRaw('s.zone <> b.zone');
    expect(elsewhere).toHaveLength(1);
  });

  it('knows the holidays of the site’s country for three years ahead', async () => {
    const closed: string[] = await knex('site_closed_days as d')
      .join('sites as s', 's.id', 'd.site_id')
      .where('s.site_key', 'brussel')
      .orderBy('d.closed_on')
      .pluck('d.closed_on');
    expect(closed).toEqual(expect.arrayContaining(['2027-03-29', '2027-07-21', '2028-05-25', '2029-12-25']));
    expect(closed).not.toContain('2027-04-27');
  });
});
