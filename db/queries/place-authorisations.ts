import type { Knex } from 'knex';
import type { Owing } from '../../domain/life-rows.ts';
import type { PlaceAuthorisation } from '../../domain/place-authorisation.ts';
import { fromDb } from '../instants.ts';
import type { PlaceAuthorisationRow } from '../place-authorisation-row.ts';
import { placeAuthorisationFrom } from '../place-authorisation-row.ts';
import type { OwedNotice } from './owed-mails.ts';
import type { PersonNotice } from './person-notices.ts';
import { withOwed } from './owed-mails.ts';

/** The authorisation as its life begins with it, or null. */
export async function placeAuthorisationById(
  knex: Knex,
  id: string,
): Promise<Owing<PlaceAuthorisation> | null> {
  const row = await knex('place_authorisations').where({ id }).first<PlaceAuthorisationRow | undefined>();
  return row === undefined ? null : withOwed(knex, await placeAuthorisationFrom(knex, row));
}

/** Whether this secret is that of the log-in the authorisation belongs to: the browser's that tried (check 43). */
export async function isSameAttempt(knex: Knex, id: string, secretHash: string): Promise<boolean> {
  const row: unknown = await knex('place_authorisations as p')
    .join('log_in_attempts as a', 'a.id', 'p.attempt_id')
    .where({ 'p.id': id, 'a.secret_hash': secretHash })
    .first('p.id');
  return row !== undefined;
}

interface AskedRow {
  readonly email: string;
  readonly language: string;
  readonly deactivated_at: Date | null;
  readonly user_id: string;
  readonly address: string | null;
  readonly zone: string;
  readonly asked_at: Date;
  readonly ends_at: Date;
  readonly link_id: string | null;
}

/** What the mails of a log-in from an unknown place are made from; null when the person is deactivated by now. */
export async function placeNotice(
  knex: Knex,
  id: string,
  { kind }: OwedNotice,
): Promise<PersonNotice | null> {
  const row = await knex('place_authorisations as p')
    .join('users as u', 'u.id', 'p.user_id')
    .join('brands as b', 'b.id', 'p.brand_id')
    .leftJoin('log_in_attempts as a', 'a.id', 'p.attempt_id')
    .leftJoin('one_time_links as l', 'l.life_id', 'p.id')
    .where('p.id', id)
    .first<AskedRow | undefined>(
      'u.email',
      'u.language',
      'u.deactivated_at',
      'p.user_id',
      'a.address',
      'b.zone',
      'p.asked_at',
      'p.ends_at',
      'l.id as link_id',
    );
  if (row === undefined || row.deactivated_at !== null) return null;
  const facts = {
    zone: row.zone,
    address: row.address,
    askedAt: fromDb(row.asked_at),
    endsAt: fromDb(row.ends_at),
  };
  const recipients = [{ email: row.email, language: row.language }];
  if (kind === 'places-digest') {
    const lines = await attemptsBetween(knex, row.user_id, row.asked_at, row.ends_at);
    return { recipients, facts: { ...facts, lines }, link: null, isAtMostOnce: true };
  }
  const link = row.link_id === null ? null : { id: row.link_id, purpose: 'place' as const };
  return { recipients, facts, link, isAtMostOnce: false };
}

/** `203.0.113.7 (12×)`, the busiest first: addresses from which the right password was given. */
async function attemptsBetween(knex: Knex, userId: string, from: Date, to: Date): Promise<readonly string[]> {
  const rows: { address: string; times: number }[] = await knex('log_in_attempts')
    .where({ user_id: userId, next_step: 'mail' })
    .whereBetween('created_at', [from, to])
    .groupBy('address')
    .orderBy([{ column: 'times', order: 'desc' }, 'address'])
    .limit(20)
    .select('address', knex.raw('COUNT(*) AS times'));
  return rows.map(({ address, times }) => `${address} (${String(times)}×)`);
}
