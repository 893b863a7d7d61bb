/** What the place of a log-in is judged by: the companies of the person, his places, the browser he comes with. */
import type { Knex } from 'knex';
import type { Instant } from '../../domain/calendar.ts';
import { decidedPeoplePolicy } from '../../domain/people-policy.ts';
import type { PlaceQuestion, Remembered } from '../../domain/place.ts';
import { isWithin } from '../../domain/place.ts';
import type { AskingCompany } from '../changes/place-authorisations.ts';
import { fromDb } from '../instants.ts';
import { peoplePolicyOf, policySetColumn, staffPolicySetInForce } from '../policy-sets.ts';
import { accountsAround } from './accounts-around.ts';
import { isActiveMember } from './active-members.ts';
import { homeOf } from './home-of.ts';

/** From where, and with what of a browser. */
export interface ComingFrom {
  readonly address: string;
  /** SHA-256 of the trusted browser's cookie; null when none came. */
  readonly browserHash: string | null;
  readonly at: Instant;
}

export interface LogInGround {
  readonly asked: readonly {
    readonly question: PlaceQuestion;
    readonly by: AskingCompany;
    /** How long the link of its mail works. */
    readonly placeMinutes: number;
  }[];
  /** The place and the browser that would be used, by id. */
  readonly placeId: string | null;
  readonly browserId: string | null;
}

/** Of a person there is: one question for each company he is active in and each account that hangs on him, and the operator's own for its staff. */
export async function groundOfUser(
  knex: Knex,
  user: { readonly id: string; readonly isFirstLogIn: boolean },
  from: ComingFrom,
): Promise<LogInGround> {
  const asking = [
    ...(await companiesOf(knex, user.id, from.at)),
    ...(await accountsOf(knex, user.id, from.at)),
    ...(await operatorOf(knex, user.id, from.at)),
  ];
  return groundOf(knex, asking, user, from);
}

/**
 * Of a name by which nobody can log in: asked as somebody of one brand or another would be, so that neither answer tells
 * whether a name exists (check 34). `draw` is always the same for a name, and nobody outside can compute it. It costs what a
 * person's does: as many statements.
 */
export async function groundOfNobody(knex: Knex, draw: number, from: ComingFrom): Promise<LogInGround> {
  await accountsOf(knex, nobody.id, from.at);
  await operatorOf(knex, nobody.id, from.at);
  const brands: CompanyRow[] = await knex('brands as b')
    .orderBy('b.brand_key')
    .select(
      'b.id as brand_id',
      'b.id as company_id',
      knex.raw('NULL AS places'),
      knex.raw('NULL AS authorised_networks'),
      policySetColumn(knex, 'b.id', from.at),
    );
  const chosen = brands[draw % Math.max(1, brands.length)];
  return groundOf(knex, chosen === undefined ? [] : [chosen], nobody, from);
}

const nobody = { id: 'nobody', isFirstLogIn: false };

interface CompanyRow {
  readonly brand_id: string;
  /** Null for the operator and for recipient accounts. */
  readonly company_id: string | null;
  readonly places: 'on' | 'off' | null;
  readonly authorised_networks: string | null;
  readonly policy_set_id: string | null;
}

function companiesOf(knex: Knex, userId: string, at: Instant): Promise<CompanyRow[]> {
  return knex('memberships as m')
    .join('companies as c', 'c.id', 'm.company_id')
    .where('m.user_id', userId)
    .where(isActiveMember)
    .orderBy('m.id')
    .select('c.brand_id', 'c.id as company_id', 'c.places', 'c.authorised_networks')
    .select(policySetColumn(knex, 'c.brand_id', at));
}

/** A recipient account has no company that could say otherwise: its brand asks. */
function accountsOf(knex: Knex, userId: string, at: Instant): Promise<CompanyRow[]> {
  return knex
    .from(accountsAround(knex, userId).as('a'))
    .orderBy('a.id')
    .select('a.brand_id', knex.raw('NULL AS company_id'), knex.raw('NULL AS places'))
    .select(knex.raw('NULL AS authorised_networks'), policySetColumn(knex, 'a.brand_id', at));
}

/** As staff he is asked by the operator, which has no company: under its own policy, in the zone of his home brand. */
async function operatorOf(knex: Knex, userId: string, at: Instant): Promise<CompanyRow[]> {
  const role: unknown = await knex('staff_roles').where({ user_id: userId }).first('id');
  const policySetId = role === undefined ? null : await staffPolicySetInForce(knex, at);
  if (policySetId === null) return [];
  const { brandId } = await homeOf(knex, userId);
  const none = { company_id: null, places: null, authorised_networks: null };
  return [{ ...none, brand_id: brandId, policy_set_id: policySetId }];
}

async function groundOf(
  knex: Knex,
  companies: readonly CompanyRow[],
  user: { readonly id: string; readonly isFirstLogIn: boolean },
  from: ComingFrom,
): Promise<LogInGround> {
  const place = await placeAt(knex, user.id, from.address);
  const browser = await browserOf(knex, user.id, from.browserHash);
  const asked = companies.map(async (company) => {
    const { places, links } = await termsOf(knex, company.policy_set_id);
    const { brand_id: brandId, company_id: companyId, policy_set_id: policySetId } = company;
    const said = { switch: company.places, networks: networksIn(company.authorised_networks) };
    const { isFirstLogIn } = user;
    const { address, at } = from;
    return {
      question: { address, terms: places, company: said, place, browser, isFirstLogIn, at },
      by: { brandId, companyId, policySetId: policySetId ?? '' },
      placeMinutes: links.placeMinutes,
    };
  });
  return { asked: await Promise.all(asked), placeId: place?.id ?? null, browserId: browser?.id ?? null };
}

/** A brand whose policy is not in force yet goes by what is decided for all. */
async function termsOf(knex: Knex, policySetId: string | null) {
  return policySetId === null ? decidedPeoplePolicy : peoplePolicyOf(knex, policySetId);
}

/** As they are kept in a column: CIDR blocks parted by commas. */
export function networksIn(column: string | null): readonly string[] {
  return column === null || column === '' ? [] : column.split(',');
}

async function placeAt(
  knex: Knex,
  userId: string,
  address: string,
): Promise<(Remembered & { id: string }) | null> {
  const rows: { id: string; network: string; last_used_at: Date }[] = await knex('user_places')
    .where({ user_id: userId })
    .orderBy('last_used_at', 'desc')
    .select('id', 'network', 'last_used_at');
  const row = rows.find(({ network }) => isWithin(address, [network]));
  return row === undefined ? null : { id: row.id, lastUsedAt: fromDb(row.last_used_at) };
}

async function browserOf(
  knex: Knex,
  userId: string,
  tokenHash: string | null,
): Promise<(Remembered & { id: string }) | null> {
  // Whether one came does not tell whether the name exists (check 34).
  if (tokenHash === null) return null;
  const row = await knex('trusted_browsers')
    .where({ token_hash: tokenHash, user_id: userId })
    .whereNull('revoked_at')
    .first<{ id: string; last_used_at: Date } | undefined>('id', 'last_used_at');
  return row === undefined ? null : { id: row.id, lastUsedAt: fromDb(row.last_used_at) };
}
