import type { Knex } from 'knex';
import type { Instant } from '../../domain/calendar.ts';
import { hours, plusMilliseconds } from '../../domain/calendar.ts';
import type { PlaceTerms } from '../../domain/place.ts';
import { fromDb, toDb } from '../instants.ts';
import { peoplePolicyInForce, peoplePolicyOf, staffPolicySetInForce } from '../policy-sets.ts';
import { homeOf } from './home-of.ts';

export interface OwnPlace {
  readonly id: string;
  readonly network: string;
  readonly authorisedAt: Instant;
  readonly lastUsedAt: Instant;
}

export interface TrustedBrowser {
  readonly id: string;
  readonly label: string;
  readonly trustedAt: Instant;
  readonly lastUsedAt: Instant;
}

/** Places that have not lapsed, the last used first. */
export async function placesOf(
  knex: Knex,
  userId: string,
  unusedDays: number,
  now: Instant,
): Promise<readonly OwnPlace[]> {
  const rows: { id: string; network: string; authorised_at: Date; last_used_at: Date }[] = await knex(
    'user_places',
  )
    .where({ user_id: userId })
    .where('last_used_at', '>=', toDb(plusMilliseconds(now, -hours(24 * unusedDays))))
    .orderBy('last_used_at', 'desc')
    .select('id', 'network', 'authorised_at', 'last_used_at');
  return rows.map((row) => ({
    id: row.id,
    network: row.network,
    authorisedAt: fromDb(row.authorised_at),
    lastUsedAt: fromDb(row.last_used_at),
  }));
}

/** Browsers that are trusted still, the last used first. */
export async function browsersOf(
  knex: Knex,
  userId: string,
  unusedDays: number,
  now: Instant,
): Promise<readonly TrustedBrowser[]> {
  const rows: { id: string; label: string; created_at: Date; last_used_at: Date }[] = await knex(
    'trusted_browsers',
  )
    .where({ user_id: userId, revoked_at: null })
    .where('last_used_at', '>=', toDb(plusMilliseconds(now, -hours(24 * unusedDays))))
    .orderBy('last_used_at', 'desc')
    .select('id', 'label', 'created_at', 'last_used_at');
  return rows.map((row) => ({
    id: row.id,
    label: row.label,
    trustedAt: fromDb(row.created_at),
    lastUsedAt: fromDb(row.last_used_at),
  }));
}

/** The numbers by which a person's own places are shown and added: of the brand he is at home in, or as staff the operator's. */
export async function placeTermsOf(knex: Knex, userId: string, at: Instant): Promise<PlaceTerms> {
  const role: unknown = await knex('staff_roles').where({ user_id: userId }).first('id');
  const staffSet = role === undefined ? null : await staffPolicySetInForce(knex, at);
  if (staffSet !== null) return (await peoplePolicyOf(knex, staffSet)).places;
  const { brandId } = await homeOf(knex, userId);
  return (await peoplePolicyInForce(knex, brandId, at)).places;
}
