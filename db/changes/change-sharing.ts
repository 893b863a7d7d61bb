/** What the main contact changes about a shared user, and how it ends (IP-07, X-10): plain facts, in force with the commit. */
import type { Knex } from 'knex';
import type { Instant } from '../../domain/calendar.ts';
import { checkLanguage, closeSharing } from '../../domain/sharing.ts';
import { hidden, orThrow, Refused } from '../../domain/verdict.ts';
import { toDb } from '../instants.ts';
import type { Actor } from './append-event.ts';
import { anonymise, isNeeded } from './anonymise.ts';
import { change } from './change.ts';
import { endAccess, settlePerson } from './person-access.ts';
import { seeingMore, writeTicks } from './tick-numbers.ts';
import type { LockedSharing } from './write-sharing.ts';
import { lockSharing, tellOfSharing, writeSharing } from './write-sharing.ts';

/** Who changes which sharing, and when. */
export interface Changing {
  readonly sharingId: string;
  readonly actor: Actor;
  readonly at: Instant;
}

export interface SharingChanges {
  readonly name?: string | undefined;
  readonly language?: string | undefined;
}

/** How he is called in the list and, until he has accepted, written to. Refuses `not-found`, `sharing.language-his-own`. */
export const changeSharing = (knex: Knex) => (changing: Changing, changes: SharingChanges) =>
  own(knex, changing, async (trx, { row, sharing }) => {
    const { name = row.name, language = row.language } = changes;
    orThrow(checkLanguage(row.accepted_at !== null, language !== row.language));
    const fields = Object.entries({ name: name !== row.name, language: language !== row.language });
    const changed = fields.filter(([, isChanged]) => isChanged).map(([field]) => field);
    if (changed.length === 0) return;
    await trx('sharings').where({ id: row.id }).update({ name, language });
    const { actor, at } = changing;
    await tellOfSharing(trx, sharing, { event: 'changed', facts: { fields: changed }, actor }, at);
  });

/**
 * The whole choice of numbers anew (IP-08): from this commit on he sees these and no others, and what is there already
 * arrives as read. Refuses `not-found`, `sharing.not-received`.
 */
export const tickNumbers = (knex: Knex) => (changing: Changing, clientCodeIds: readonly string[]) =>
  own(knex, changing, async (trx, { row, sharing }) => {
    const { actor, at } = changing;
    const write = () => writeTicks(trx, sharing, clientCodeIds, at);
    const { user_id: userId } = row;
    const facts = await (userId === null ? write() : seeingMore(trx, userId, at, write));
    if (facts.ticked.length + facts.unticked.length === 0) return;
    await tellOfSharing(trx, sharing, { event: 'ticked', facts, actor }, at);
  });

/**
 * Ends it, accepted or not: the next question of his shows nothing. His log-in is deleted unless something else hangs
 * on him. Ended already it stays so. Refuses `not-found`.
 */
export const revokeSharing =
  (knex: Knex) =>
  (changing: Changing): Promise<void> =>
    change(knex, null, async (trx) => {
      const locked = await lockSharing(trx, changing.sharingId);
      if (locked.account.main_contact_id !== changing.actor.id) throw new Refused(hidden);
      if (locked.row.revoked_at === null) await end(trx, locked, 'revoked', changing);
    });

/** Who was shared with leaves by himself. Refuses `not-found`. */
export const leaveSharing =
  (knex: Knex) =>
  (changing: Changing): Promise<void> =>
    change(knex, null, async (trx) => {
      const locked = await lockSharing(trx, changing.sharingId);
      const { row } = locked;
      if (row.user_id !== changing.actor.id || row.accepted_at === null) throw new Refused(hidden);
      if (row.revoked_at === null) await end(trx, locked, 'left', changing);
    });

async function end(
  trx: Knex.Transaction,
  { row, sharing }: LockedSharing,
  event: 'revoked' | 'left',
  { actor, at }: Changing,
): Promise<void> {
  const gone = { revoked_at: toDb(at), open_key: null, name: '', email: '' };
  if (sharing.closed === null) {
    await trx('sharings').where({ id: row.id }).update(gone);
    const wakes = { life: 'sharing-of', id: row.id };
    await writeSharing(trx, closeSharing(sharing, 'withdrawn', at), { event: 'withdrawn', actor, wakes }, at);
    return;
  }
  await trx('sharings').where({ id: row.id }).update(gone);
  const isDeleted = row.user_id !== null && (await letGo(trx, row.user_id, at));
  await tellOfSharing(trx, sharing, { event, facts: { isDeleted }, actor }, at);
}

/** Nobody keeps a log-in that shows nothing; a company that has him on its books keeps him as it had him. True when he is deleted. */
async function letGo(trx: Knex.Transaction, userId: string, at: Instant): Promise<boolean> {
  await trx('users').where({ id: userId }).forUpdate().first('id');
  if (!(await isNeeded(trx, userId))) {
    await anonymise(trx, userId, at);
    return true;
  }
  if (!(await settlePerson(trx, userId, at))) await endAccess(trx, userId, at);
  return false;
}

/** Of an account that hangs on who changes it, and not ended. Setting the same again changes nothing, hence no request. */
function own(
  knex: Knex,
  { sharingId, actor }: Changing,
  work: (trx: Knex.Transaction, locked: LockedSharing) => Promise<void>,
): Promise<void> {
  return change(knex, null, async (trx) => {
    const locked = await lockSharing(trx, sharingId);
    const { account, row } = locked;
    const isOver = row.revoked_at !== null || (row.closed_at !== null && row.accepted_at === null);
    if (account.main_contact_id !== actor.id || account.closed_at !== null || isOver)
      throw new Refused(hidden);
    await work(trx, locked);
  });
}
