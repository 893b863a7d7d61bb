/**
 * A reader's own marks on letters (PP-06) and on issued documents (IP-10): no fact of the thing and nobody else's concern, so
 * no event tells of them.
 */
import type { Knex } from 'knex';
import type { Instant } from '../../domain/calendar.ts';
import { toDb } from '../instants.ts';

interface Marks {
  readonly table: 'item_reads' | 'issued_document_reads';
  readonly column: 'mail_item_id' | 'document_id';
}

/** A repeat keeps the first instant. */
const mark =
  ({ table, column }: Marks) =>
  (knex: Knex) =>
  async (userId: string, id: string, at: Instant): Promise<void> => {
    await knex(table)
      .insert({ user_id: userId, [column]: id, read_at: toDb(at) })
      .onConflict(['user_id', column])
      .ignore();
  };

/** It counts as unread for that person. */
const unmark =
  ({ table, column }: Marks) =>
  (knex: Knex) =>
  async (userId: string, id: string): Promise<void> => {
    await knex(table)
      .where({ user_id: userId, [column]: id })
      .delete();
  };

const letters: Marks = { table: 'item_reads', column: 'mail_item_id' };
const documents: Marks = { table: 'issued_document_reads', column: 'document_id' };

export const markRead = mark(letters);
export const markUnread = unmark(letters);
export const markDocumentRead = mark(documents);
export const markDocumentUnread = unmark(documents);
