/** Which client codes of an account somebody sees (IP-07, IP-08): plain facts, each change under the lock of the account. */
import type { Knex } from 'knex';
import type { Instant } from '../../domain/calendar.ts';
import { checkNumbers } from '../../domain/sharing.ts';
import { orThrow } from '../../domain/verdict.ts';
import { toDb } from '../instants.ts';
import { sightsOf } from '../queries/sights.ts';
import { markAsRead, newlySeen } from './arrive-as-read.ts';

/** Writes the whole choice. Refuses `sharing.not-received`. Returns what changed. */
export async function writeTicks(
  trx: Knex.Transaction,
  { id, accountId }: { readonly id: string; readonly accountId: string },
  wanted: readonly string[],
  at: Instant,
): Promise<{ readonly ticked: readonly string[]; readonly unticked: readonly string[] }> {
  const received = (await trx('receptions')
    .where({ account_id: accountId })
    .distinct()
    .pluck('client_code_id')) as string[];
  const had = (await trx('shared_numbers').where({ sharing_id: id }).pluck('client_code_id')) as string[];
  // What was ticked may stay, wherever its reception has gone: nobody reads by it there.
  orThrow(checkNumbers(wanted, [...received, ...had]));
  const ticked = [...new Set(wanted)].filter((code) => !had.includes(code)).sort();
  const unticked = had.filter((code) => !wanted.includes(code)).sort();
  await trx('shared_numbers').where({ sharing_id: id }).whereIn('client_code_id', unticked).delete();
  if (ticked.length > 0)
    await trx('shared_numbers').insert(
      ticked.map((code) => ({ sharing_id: id, client_code_id: code, ticked_at: toDb(at) })),
    );
  return { ticked, unticked };
}

/** What somebody comes to see by this work and did not see before arrives as read. */
export async function seeingMore<Result>(
  trx: Knex.Transaction,
  userId: string,
  at: Instant,
  work: () => Promise<Result>,
): Promise<Result> {
  const before = await sightsOf(trx, userId, at);
  const result = await work();
  const now = await sightsOf(trx, userId, at);
  await markAsRead(trx, userId, await newlySeen(trx, before, now, at).pluck('d.id'), at);
  return result;
}
