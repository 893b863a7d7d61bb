import type { Knex } from 'knex';
import type { Instant, Zone } from '../../domain/calendar.ts';
import { hours, plusMilliseconds } from '../../domain/calendar.ts';
import type { RecoveryWay } from '../../domain/credential-recovery.ts';
import type { CredentialRecoveryRow, RecoveryState } from '../credential-recovery-row.ts';
import { recoveryFrom } from '../credential-recovery-row.ts';
import { fromDb, fromDbOrNull, toDb } from '../instants.ts';
import { activeAdministrators } from './active-administrators.ts';
import type { OwedNotice } from './owed-mails.ts';
import type { PersonNotice } from './person-notices.ts';
import { loginsOf } from './recovery-logins.ts';

/** The recovery as it stands, or null. */
export async function recoveryToStart(knex: Knex, id: string): Promise<RecoveryState | null> {
  const row = await knex('credential_recoveries').where({ id }).first<CredentialRecoveryRow | undefined>();
  return row === undefined ? null : recoveryFrom(knex, row);
}

/** What waits for an administrator of this person, by the ids of the rows. */
export function handedRecoveriesOf(knex: Knex, userId: string): Promise<readonly string[]> {
  return knex('recovery_logins as l')
    .join('credential_recoveries as r', 'r.id', 'l.recovery_id')
    .where({ 'l.user_id': userId, 'r.closed_at': null })
    .whereNotNull('r.hand_over_at')
    .orderBy('r.id')
    .pluck('r.id');
}

/** Askings older than this are no work any more. */
const workDays = 30;

export interface RecoveryToDo {
  readonly recoveryId: string;
  readonly askedAt: Instant;
  readonly waitsFor: Exclude<RecoveryWay, 'self'>;
  /** When staff take over from the administrator. */
  readonly handOverAt: Instant | null;
  readonly userId: string;
  readonly username: string;
  readonly name: string;
  readonly companyId: string | null;
  readonly companyName: string | null;
}

/** Who asked and was handed over, and nobody has started a reset for him yet; the oldest first (UM-24). */
export async function recoveriesToDo(knex: Knex, now: Instant): Promise<readonly RecoveryToDo[]> {
  const rows: (Omit<RecoveryToDo, 'askedAt' | 'handOverAt'> & {
    readonly asked_at: Date;
    readonly hand_over_at: Date | null;
  })[] = await knex('recovery_logins as l')
    .join('credential_recoveries as r', 'r.id', 'l.recovery_id')
    .join('users as u', 'u.id', 'l.user_id')
    .leftJoin('memberships as m', (join) => join.on('m.user_id', 'u.id').onNull('m.deactivated_at'))
    .leftJoin('companies as c', 'c.id', 'm.company_id')
    .whereIn('l.way', ['administrator', 'staff'])
    .whereNull('l.followed_at')
    .whereNull('u.deactivated_at')
    .where('r.asked_at', '>', toDb(plusMilliseconds(now, -hours(24 * workDays))))
    // Of one asking the row that says until when an administrator has it.
    .orderByRaw('r.asked_at, r.hand_over_at IS NULL, r.id, u.id, m.id')
    .limit(500)
    .select(
      'r.id as recoveryId',
      'r.asked_at',
      'r.hand_over_at',
      'l.way as waitsFor',
      'u.id as userId',
      'u.username',
      'u.name',
    )
    .select('c.id as companyId', 'c.name as companyName');
  const once = new Map(rows.map((row) => [row.userId, row] as const).reverse());
  return [...once.values()].reverse().map(({ asked_at: asked, hand_over_at: until, ...row }) => ({
    ...row,
    askedAt: fromDb(asked),
    handOverAt: row.waitsFor === 'administrator' ? fromDbOrNull(until) : null,
  }));
}

interface Around {
  readonly link_id: string | null;
  readonly ends_at: Date | null;
  readonly hand_over_at: Date | null;
  readonly closed_at: Date | null;
  readonly zone: Zone | null;
  readonly company: string | null;
}

/** What the mails of a recovery are made from. The last part of the key says about whom it is. */
export async function recoveryNotice(
  knex: Knex,
  recoveryId: string,
  { key, kind }: OwedNotice,
): Promise<PersonNotice | null> {
  const logins = await loginsOf(knex, recoveryId);
  const about = logins.find(({ userId }) => userId === key.split('/').at(-1));
  const row = await knex('credential_recoveries as r')
    .leftJoin('brands as b', 'b.id', 'r.brand_id')
    .leftJoin('companies as c', 'c.id', 'r.company_id')
    .where('r.id', recoveryId)
    .first<Around>('r.link_id', 'r.ends_at', 'r.hand_over_at', 'r.closed_at', 'b.zone', 'c.name as company');
  if (about === undefined) return null;
  const { link_id: linkId } = row;
  const own = logins.filter(({ way }) => way === 'self').map(({ username }) => username);
  const withStaff = logins.filter(({ way }) => way === 'staff').map(({ username }) => username);
  const handed = logins.filter(({ way }) => way !== 'self').map(({ username }) => username);
  const linesOf: Partial<Record<string, readonly string[]>> = {
    'reset-link': own,
    'reset-started': own,
    'recovery-handed-over': handed,
    'recovery-with-staff': withStaff,
  };
  const isLink = kind === 'reset-link' || kind === 'reset-started';
  return {
    recipients: kind === 'recovery-for-administrator' ? await helpersOf(knex, about.userId) : [about],
    facts: {
      name: about.name,
      username: about.username,
      companyName: row.company,
      zone: row.zone ?? 'UTC',
      endsAt: fromDbOrNull(row.ends_at),
      handOverAt: fromDbOrNull(row.hand_over_at),
      happenedAt: fromDbOrNull(row.closed_at),
      handedOver: isLink && handed.length > 0 ? handed.join(', ') : null,
      lines: linesOf[kind] ?? [],
    },
    link: isLink && linkId !== null ? { id: linkId, purpose: 'reset' } : null,
    isAtMostOnce: false,
  };
}

/** The administrators of the company the person belongs to. */
async function helpersOf(knex: Knex, userId: string) {
  const row = await knex('memberships')
    .where({ user_id: userId, deactivated_at: null, suspended_at: null })
    .first<{ company_id: string } | undefined>('company_id');
  return row === undefined ? [] : activeAdministrators(knex, row.company_id, userId);
}
