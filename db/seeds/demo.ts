/** The demo data: written once, whole or not at all; never in production. */
import type { Knex } from 'knex';
import { v7 as uuid } from 'uuid';
import type { Instant } from '../../domain/calendar.ts';
import { appendEvent } from '../changes/append-event.ts';
import { change } from '../changes/change.ts';
import { toDb } from '../instants.ts';
import { writeCompany } from './demo-company.ts';
import { demoBrands, demoStaff, demoStaffPolicy } from './demo-data.ts';
import type { DemoBrand } from './demo-shapes.ts';
import type { DemoIssuerToken } from './demo-issuers.ts';
import { writeIssuers } from './demo-issuers.ts';
import type { DemoPorts } from './demo-ports.ts';
import { writeRouter } from './demo-routers.ts';
import { writeUsers } from './demo-users.ts';
import type { DemoLogin } from './demo-users.ts';

export interface DemoSiteToken {
  readonly site: string;
  readonly token: string;
}

/** What opens the demo: told once, for only hashes are kept. */
export interface DemoAccess {
  readonly logins: readonly DemoLogin[];
  readonly siteTokens: readonly DemoSiteToken[];
  readonly issuerTokens: readonly DemoIssuerToken[];
}

/** For how many years ahead holidays of sites and brands are known. */
const yearsAhead = 3;

/**
 * Writes brands, sites, companies, people and tokens of the demo at the given instant. Returns what opens them, or
 * null when the demo is there already: then nothing is changed.
 */
export async function seedDemo(knex: Knex, ports: DemoPorts, at: Instant): Promise<DemoAccess | null> {
  return change(knex, null, async (trx) => {
    const keys = demoBrands.map(({ key }) => key);
    if (await trx('brands').whereIn('brand_key', keys).first('id')) return null;
    const siteIds = new Map<string, string>();
    const logins: DemoLogin[] = [];
    for (const brand of demoBrands) {
      const brandId = await writeBrand(trx, brand, ports, at);
      for (const [key, id] of await writeSites(trx, brand, brandId, ports, at)) siteIds.set(key, id);
      for (const company of brand.companies)
        logins.push(...(await writeCompany(trx, company, { brandId, siteIds, ports, at })));
    }
    await writeStaffPolicy(trx);
    await writeRouter(trx, ports, at);
    const siteTokens = await writeSiteTokens(trx, siteIds, ports, at);
    const issuerTokens = await writeIssuers(trx, ports, at);
    logins.push(...(await writeStaff(trx, siteIds, ports)));
    await appendEvent(trx, {
      kind: 'demo.seeded',
      subjectType: 'operations',
      subjectId: 'demo',
      companyId: null,
      actor: { type: 'system', id: 'seed-demo' },
      at,
      body: { brands: keys, logins: logins.length },
    });
    return { logins, siteTokens, issuerTokens };
  });
}

/** The operator's own rules for its staff; another version switches second factors or places on. */
async function writeStaffPolicy(trx: Knex.Transaction): Promise<void> {
  await trx('policy_sets').insert({
    id: uuid(),
    brand_id: null,
    version: 1,
    effective_from_at: toDb('2020-01-01T00:00:00.000Z'),
    policy: '{}',
    people: JSON.stringify(demoStaffPolicy),
  });
}

async function writeBrand(
  trx: Knex.Transaction,
  brand: DemoBrand,
  ports: DemoPorts,
  at: Instant,
): Promise<string> {
  const id = uuid();
  await trx('brands').insert({
    id,
    brand_key: brand.key,
    name: brand.name,
    country: brand.country,
    zone: brand.zone,
    default_language: brand.language,
  });
  await trx('policy_sets').insert({
    id: uuid(),
    brand_id: id,
    version: 1,
    effective_from_at: toDb('2020-01-01T00:00:00.000Z'),
    policy: JSON.stringify(brand.policy),
    people: JSON.stringify(brand.people),
    documents: JSON.stringify(brand.documents),
  });
  const year = Number(at.slice(0, 4));
  const closed = ports.publicHolidays(brand.country, year, year + yearsAhead);
  await trx('brand_closed_days').insert(closed.map((day) => ({ brand_id: id, closed_on: day })));
  await trx('registration_forms').insert(
    brand.forms.map((form) => ({
      id: uuid(),
      brand_id: id,
      form_key: `${brand.key}-${form.key}`,
      definition: JSON.stringify(form),
    })),
  );
  return id;
}

async function writeSites(
  trx: Knex.Transaction,
  brand: DemoBrand,
  brandId: string,
  ports: DemoPorts,
  at: Instant,
): Promise<ReadonlyMap<string, string>> {
  const year = Number(at.slice(0, 4));
  const ids = new Map(brand.sites.map(({ key }) => [key, uuid()]));
  for (const site of brand.sites) {
    const id = ids.get(site.key);
    await trx('sites').insert({
      id,
      brand_id: brandId,
      site_key: site.key,
      name: site.name,
      country: site.country,
      zone: site.zone,
      cut_off: site.cutOff,
      working_weekdays: '1,2,3,4,5',
    });
    const closed = ports.publicHolidays(site.country, year, year + yearsAhead);
    await trx('site_closed_days').insert(closed.map((day) => ({ site_id: id, closed_on: day })));
  }
  return ids;
}

async function writeSiteTokens(
  trx: Knex.Transaction,
  siteIds: ReadonlyMap<string, string>,
  ports: DemoPorts,
  at: Instant,
): Promise<DemoSiteToken[]> {
  const tokens = [...siteIds].map(([site, siteId]) => ({ site, siteId, token: ports.newToken() }));
  await trx('service_tokens').insert(
    tokens.map(({ site, siteId, token }) => ({
      id: uuid(),
      site_id: siteId,
      name: `Demo scanner of ${site}`,
      token_hash: ports.hashToken(token),
      created_at: toDb(at),
    })),
  );
  return tokens.map(({ site, token }) => ({ site, token }));
}

async function writeStaff(
  trx: Knex.Transaction,
  siteIds: ReadonlyMap<string, string>,
  ports: DemoPorts,
): Promise<DemoLogin[]> {
  const users = await writeUsers(trx, demoStaff, ports);
  await trx('staff_roles').insert(
    demoStaff.map(({ username, site }) => ({
      user_id: users.get(username)?.id,
      role: site === null ? 'operator' : 'site',
      site_id: site === null ? null : siteIds.get(site),
    })),
  );
  return demoStaff.map(({ username, site }) => ({
    role: site === null ? ('operator' as const) : ('site' as const),
    username,
    password: users.get(username)?.password ?? '',
    ...(site === null ? {} : { site }),
  }));
}
