import type { Knex } from 'knex';
import type { Instant } from '../../domain/calendar.ts';
import { toDb } from '../instants.ts';

/**
 * Keeps names and free text of a command under its request id, before the command is sent: the engine carries the id
 * only. The same request again changes nothing, for its body is the same or the command is refused.
 */
export const keepParticulars =
  (knex: Knex) =>
  async (requestId: string, particulars: object, at: Instant): Promise<void> => {
    await knex('command_particulars')
      .insert({ request_id: requestId, particulars: JSON.stringify(particulars), created_at: toDb(at) })
      .onConflict('request_id')
      .ignore();
  };
