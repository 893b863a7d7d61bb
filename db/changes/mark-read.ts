import type { Knex } from 'knex';
import type { Instant } from '../../domain/calendar.ts';
import { toDb } from '../instants.ts';

/**
 * A reader's own mark on a letter (PP-06): no fact of the letter and nobody else's concern, so no event tells of it. A
 * repeat keeps the first instant.
 */
export const markRead =
  (knex: Knex) =>
  async (userId: string, itemId: string, at: Instant): Promise<void> => {
    await knex('item_reads')
      .insert({ user_id: userId, mail_item_id: itemId, read_at: toDb(at) })
      .onConflict(['user_id', 'mail_item_id'])
      .ignore();
  };

/** Takes the mark away: the letter counts as unread for that person. */
export const markUnread =
  (knex: Knex) =>
  async (userId: string, itemId: string): Promise<void> => {
    await knex('item_reads').where({ user_id: userId, mail_item_id: itemId }).delete();
  };
