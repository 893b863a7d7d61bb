/** A brand of one's own in the database of a running product: people who can log in, a site that can hand in letters. */
import { randomBytes } from 'node:crypto';
import type { Knex } from 'knex';
import { v7 as uuid } from 'uuid';
import type { Zone } from '../../domain/calendar.ts';
import type { Policy } from '../../domain/policy.ts';
import { hashPassword } from '../../platform/passwords.ts';
import { hashToken, newToken } from '../../platform/tokens.ts';
import type { House } from './house.ts';
import { buildHouse } from './house.ts';
import { fourteenDays } from './mail-items.ts';
import { staffMember } from './staff.ts';

export interface Login {
  readonly username: string;
  readonly password: string;
}

export interface Ground extends House {
  readonly policy: Policy;
  readonly siteToken: string;
  /** The customer: administrator of the company, reads and gets mail. */
  readonly customer: Login;
  /** Who works at the site, and staff of the operator. */
  readonly siteStaff: Login;
  readonly operator: Login;
  /** Names, addresses and passwords that belong to these people alone. */
  readonly canaries: readonly string[];
}

export interface GroundPlan {
  readonly zone: Zone;
  readonly site?: { readonly zone: Zone; readonly cutOff: string };
  readonly policy?: Partial<Policy>;
  readonly language?: string;
}

/** Due at the next midnight of the zone, open every day; the numbers are those of decided.md otherwise. */
export async function buildGround(knex: Knex, plan: GroundPlan): Promise<Ground> {
  const policy: Policy = {
    ...fourteenDays,
    decisionDays: 0,
    reminderDaysBefore: [],
    ...plan.policy,
    zone: plan.zone,
  };
  const { zone = plan.zone, cutOff = '15:00' } = plan.site ?? {};
  const calendar = { zone, cutOff, country: 'BE', workingWeekdays: [1, 2, 3, 4, 5, 6, 7], closedDays: [] };
  const house = await buildHouse(knex, { policy, site: calendar });
  const customer = { username: `customer-${house.userId.slice(-12)}`, password: newPassword() };
  const name = newCanary('Customer');
  const email = `${newCanary('mail').toLowerCase()}@customer.example`;
  await knex('users')
    .where({ id: house.userId })
    .update({
      ...{ username: customer.username, name, email, language: plan.language ?? 'en' },
      password_hash: await hashPassword(customer.password),
    });
  const company = newCanary('Company');
  await knex('companies').where({ id: house.companyId }).update({ name: company });
  const siteToken = newToken();
  await knex('service_tokens').insert({
    id: uuid(),
    site_id: house.siteId,
    name: 'A scanner',
    token_hash: hashToken(siteToken),
    created_at: new Date(),
  });
  const siteStaff = await writeStaff(knex, { siteId: house.siteId });
  const operator = await writeStaff(knex);
  const canaries = [name, email, company, customer.password, siteStaff.password, operator.password];
  return { ...house, email, policy, siteToken, customer, siteStaff, operator, canaries };
}

/** A word that nobody else writes. */
export function newCanary(what: string): string {
  return `Canary${what}${randomBytes(8).toString('hex')}`;
}

async function writeStaff(knex: Knex, works: { readonly siteId?: string } = {}): Promise<Login> {
  const login = { username: `staff-${uuid().slice(-12)}`, password: newPassword() };
  const { username, password } = login;
  await staffMember(knex, { ...works, username, passwordHash: await hashPassword(password) });
  return login;
}

const newPassword = () => randomBytes(12).toString('base64url');
