/** By what a person gets in, and how it ends: sessions, links, places, trusted browsers (UM-19, checks 7 and 45). */
import type { Knex } from 'knex';
import type { Instant } from '../../domain/calendar.ts';
import { toDb } from '../instants.ts';
import { accountsAround } from '../queries/accounts-around.ts';
import { killLinks } from './one-time-links.ts';

/** What died. */
export interface AccessEnded {
  readonly sessions: number;
  readonly links: number;
  readonly trustedBrowsers: number;
  readonly places: number;
}

export const nothingEnded: AccessEnded = { sessions: 0, links: 0, trustedBrowsers: 0, places: 0 };

/** With this commit nobody gets in as this person by anything that was made before. The person is locked. */
export async function endAccess(trx: Knex.Transaction, userId: string, at: Instant): Promise<AccessEnded> {
  const sessions = await trx('sessions')
    .where({ user_id: userId, ended_at: null })
    .update({ ended_at: toDb(at) });
  const trustedBrowsers = await trx('trusted_browsers')
    .where({ user_id: userId, revoked_at: null })
    .update({ revoked_at: toDb(at) });
  const places = await trx('user_places').where({ user_id: userId }).delete();
  return { sessions, links: await endPersonLinks(trx, userId, at), trustedBrowsers, places };
}

/** Every link under way to the person is dead; how many were. */
export async function endPersonLinks(trx: Knex.Transaction, userId: string, at: Instant): Promise<number> {
  const alive = await trx('one_time_links')
    .where({ user_id: userId, used_at: null, killed_at: null })
    .pluck('id');
  await killLinks(trx, { user_id: userId }, at);
  return alive.length;
}

/**
 * A person without any membership that is open to him, any account around him and any role at the operator can no longer
 * log in; one who has such a membership again can. Counts up what makes earlier links dead. True when he can log in.
 */
export async function settlePerson(trx: Knex.Transaction, userId: string, at: Instant): Promise<boolean> {
  const open = await trx('memberships')
    .where({ user_id: userId, deactivated_at: null, suspended_at: null })
    .first<{ id: string } | undefined>('id');
  const staff = await trx('staff_roles').where({ user_id: userId }).first<{ id: number } | undefined>('id');
  const account = await trx
    .from(accountsAround(trx, userId).as('a'))
    .first<{ id: string } | undefined>('a.id');
  const isOpen = [open, staff, account].some((belongs) => belongs !== undefined);
  await trx('users')
    .where({ id: userId })
    .update({
      deactivated_at: isOpen ? null : toDb(at),
      credential_version: trx.raw('credential_version + 1'),
      version: trx.raw('version + 1'),
    });
  return isOpen;
}
