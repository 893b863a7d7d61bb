import type { Knex } from 'knex';
import type { Instant } from '../../domain/calendar.ts';
import { toDb } from '../instants.ts';

/** A reader's own mark (IP-10): nobody else's concern, so no event tells of it. A repeat keeps the first instant. */
export const markDocumentRead =
  (knex: Knex) =>
  async (userId: string, documentId: string, at: Instant): Promise<void> => {
    await knex('issued_document_reads')
      .insert({ user_id: userId, document_id: documentId, read_at: toDb(at) })
      .onConflict(['user_id', 'document_id'])
      .ignore();
  };

/** Takes the mark away: the document counts as unread for that person. */
export const markDocumentUnread =
  (knex: Knex) =>
  async (userId: string, documentId: string): Promise<void> => {
    await knex('issued_document_reads').where({ user_id: userId, document_id: documentId }).delete();
  };
