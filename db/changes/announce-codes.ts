/** The issuer reports that customers were told of their codes: dated facts, the earliest of which counts. */
import type { Knex } from 'knex';
import type { ActivationCode, AnnouncementChannel } from '../../domain/activation-code.ts';
import { announce, checkAnnounce } from '../../domain/activation-code.ts';
import type { CalendarDay, Instant } from '../../domain/calendar.ts';
import type { Owing } from '../../domain/life-rows.ts';
import { orThrow } from '../../domain/verdict.ts';
import { toDb } from '../instants.ts';
import { withOwed } from '../queries/owed-mails.ts';
import type { Actor } from './append-event.ts';
import type { ChangeRequest } from './change.ts';
import { change } from './change.ts';
import { lockClientCodes, lockCode, writeCode } from './write-activation-code.ts';

export interface Announcement {
  readonly on: CalendarDay;
  readonly channel: AnnouncementChannel;
}

/** One code. Refuses `not-found` and what `checkAnnounce` refuses; the same fact again changes nothing. */
export const announceCode =
  (knex: Knex) =>
  (id: string, told: Announcement, actor: Actor, request: ChangeRequest): Promise<Owing<ActivationCode>> =>
    change(knex, request, async (trx) => {
      const { code } = await lockCode(trx, id);
      orThrow(checkAnnounce(code, told.on, request.receivedAt));
      return announced(trx, code, told, actor, request.receivedAt);
    });

export interface AnnouncedBatch {
  readonly announced: number;
  /** Superseded, revoked or over by now: nothing to be told of. */
  readonly skipped: number;
}

const perTransaction = 100;

/**
 * Every code of a batch that still lives, a hundred a transaction: after an interruption the same call goes on where it was.
 * Refuses what `checkAnnounce` refuses, of the first code it concerns.
 */
export const announceBatch =
  (knex: Knex) =>
  async (batchId: string, told: Announcement, actor: Actor, at: Instant): Promise<AnnouncedBatch> => {
    const total = { announced: 0, skipped: 0 };
    for (let after = ''; ;) {
      const ids = (await knex('activation_codes')
        .where({ batch_id: batchId })
        .where('id', '>', after)
        .orderBy('id')
        .limit(perTransaction)
        .pluck('id')) as string[];
      const last = ids.at(-1);
      if (last === undefined) return total;
      const done = await change(knex, null, (trx) => announceAll(trx, ids, told, actor, at));
      total.announced += done.announced;
      total.skipped += done.skipped;
      after = last;
    }
  };

async function announceAll(
  trx: Knex.Transaction,
  ids: readonly string[],
  told: Announcement,
  actor: Actor,
  at: Instant,
): Promise<AnnouncedBatch> {
  const clients = (await trx('activation_codes')
    .whereIn('id', [...ids])
    .pluck('client_code_id')) as string[];
  await lockClientCodes(trx, clients);
  let count = 0;
  for (const id of ids) {
    const { code } = await lockCode(trx, id);
    if (code.closed !== null) continue;
    orThrow(checkAnnounce(code, told.on, at));
    await announced(trx, code, told, actor, at);
    count += 1;
  }
  return { announced: count, skipped: ids.length - count };
}

async function announced(
  trx: Knex.Transaction,
  code: ActivationCode,
  { on, channel }: Announcement,
  actor: Actor,
  at: Instant,
): Promise<Owing<ActivationCode>> {
  const fact = { code_id: code.id, announced_on: on, channel };
  const known = await trx('code_announcements').where(fact).first<{ channel: string } | undefined>('channel');
  if (known !== undefined) return withOwed(trx, code);
  await trx('code_announcements').insert({ ...fact, reported_at: toDb(at) });
  return writeCode(trx, announce(code, on, at), { event: 'announced', facts: { on, channel } }, actor, at);
}
