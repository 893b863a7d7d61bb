import type { Knex } from 'knex';
import type { Instant } from '../../domain/calendar.ts';
import { toDb } from '../instants.ts';

/** Ends every session of a user but the one that is kept, inside the change that gives cause to it; says how many. */
export function endSessionsOf(
  trx: Knex.Transaction,
  userId: string,
  at: Instant,
  keptId: string | null = null,
): Promise<number> {
  const sessions = trx('sessions').where({ user_id: userId }).whereNull('ended_at');
  if (keptId !== null) sessions.whereNot({ id: keptId });
  return sessions.update({ ended_at: toDb(at) });
}
