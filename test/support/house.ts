/** One brand, site, company and box in a database of their own, straight in the tables: the ground stories stand on. */
import type { Knex } from 'knex';
import { v7 as uuidv7 } from 'uuid';
import { grantActions } from '../../domain/rights.ts';
import type { MailItem } from '../../domain/mail-item.ts';
import type { Policy } from '../../domain/policy.ts';
import { grantBoxes, openBoxes } from './rights.ts';

export interface House {
  readonly brandId: string;
  readonly siteId: string;
  readonly companyId: string;
  readonly postboxId: string;
  readonly postboxNumber: string;
  readonly userId: string;
  readonly email: string;
}

export interface HousePlan {
  readonly policy: Policy;
  readonly site: MailItem['site'];
  readonly box?: Readonly<Record<string, unknown>>;
  readonly hasAddress?: boolean;
}

export async function buildHouse(
  knex: Knex,
  { policy, site, box, hasAddress = true }: HousePlan,
): Promise<House> {
  const [brandId, siteId, companyId, postboxId, userId] = Array.from({ length: 5 }, () => uuidv7());
  const ids = { brandId, siteId, companyId, postboxId, userId } as Omit<House, 'email' | 'postboxNumber'>;
  const number = `box-${ids.postboxId.slice(-12)}`;
  const email = `${ids.userId}@customer.example`;
  await knex('brands').insert({
    id: brandId,
    brand_key: `brand-${ids.brandId.slice(-12)}`,
    name: 'A brand',
    country: site.country,
    zone: policy.zone,
    default_language: 'nl',
  });
  await knex('policy_sets').insert({
    id: uuidv7(),
    brand_id: brandId,
    version: policy.version,
    effective_from_at: new Date('2020-01-01T00:00:00Z'),
    policy: JSON.stringify(policy),
  });
  await knex('sites').insert({
    id: siteId,
    brand_id: brandId,
    site_key: `site-${ids.siteId.slice(-12)}`,
    name: 'A site',
    country: site.country,
    zone: site.zone,
    cut_off: site.cutOff,
    working_weekdays: site.workingWeekdays.join(','),
  });
  if (site.closedDays.length > 0) {
    await knex('site_closed_days').insert(
      site.closedDays.map((day) => ({ site_id: siteId, closed_on: day })),
    );
  }
  await knex('companies').insert({ id: companyId, brand_id: brandId, name: 'A company', language: 'nl' });
  await knex('users').insert({ id: userId, username: email, email, name: 'A customer', language: 'en' });
  const membershipId = uuidv7();
  await knex('memberships').insert({
    id: membershipId,
    user_id: userId,
    company_id: companyId,
    profile: 'administrator',
    accepted_at: new Date(0),
  });
  await knex('postboxes').insert({
    id: postboxId,
    brand_id: brandId,
    company_id: companyId,
    site_id: siteId,
    number,
    primary_option: 'scan',
    allowed_decisions: 'forward-now,forward-on-date,keep,pick-up,destroy',
    default_manner: 'standard',
    ...box,
  });
  await openBoxes(knex, ids.companyId, [ids.postboxId]);
  await grantBoxes(knex, membershipId, [ids.postboxId], grantActions);
  if (hasAddress) await giveForwardingAddress(knex, ids.postboxId);
  return { ...ids, postboxNumber: number, email };
}

/** The address of a forwarding: another one each time, with the next version. */
export async function giveForwardingAddress(
  knex: Knex,
  postboxId: string,
  country = 'BE',
  version = 1,
): Promise<void> {
  await knex('postbox_addresses').where({ postbox_id: postboxId, kind: 'forwarding' }).delete();
  await knex('postbox_addresses').insert({
    postbox_id: postboxId,
    kind: 'forwarding',
    recipient: 'A company',
    street: `Street ${String(version)}`,
    postal_code: '1000',
    city: 'A city',
    country,
    version,
    changed_at: new Date('2020-01-01T00:00:00Z'),
  });
}
