import type { Knex } from 'knex';
import type { Instant } from '../../domain/calendar.ts';
import { toDb } from '../instants.ts';
import { writeMembership } from './administer-member.ts';
import type { LockedMember } from './lock-member.ts';
import type { AccessEnded } from './person-access.ts';
import { endAccess, nothingEnded, settlePerson } from './person-access.ts';
import { endGrantsOfMember } from './write-holding.ts';

/**
 * Ends a membership with its rights; of a person who belongs nowhere else, sessions and links too (UM-19). Company and member
 * are locked, and whether it may be was asked. Returns what ended; the event is its caller's.
 */
export async function endMember(
  trx: Knex.Transaction,
  member: LockedMember,
  by: string,
  at: Instant,
): Promise<AccessEnded & { readonly grants: number }> {
  await writeMembership(trx, member, { deactivated_at: toDb(at) });
  const isOpen = await settlePerson(trx, member.userId, at);
  const ended = isOpen ? nothingEnded : await endAccess(trx, member.userId, at);
  return { ...ended, grants: await endGrantsOfMember(trx, member.membershipId, by, at) };
}
