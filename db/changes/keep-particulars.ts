import { createHash } from 'node:crypto';
import type { Knex } from 'knex';
import type { Instant } from '../../domain/calendar.ts';
import { toDb } from '../instants.ts';
import type { ChangeRequest } from './change.ts';

/**
 * Keeps names and free text of a command under its request, before the command is sent: the engine carries the
 * request only. The same request again changes nothing, for its words are the same.
 */
export const keepParticulars =
  (knex: Knex) =>
  async (request: ChangeRequest, particulars: object, at: Instant): Promise<void> => {
    await knex('command_particulars')
      .insert({
        request_id: particularsId(request),
        particulars: JSON.stringify(particulars),
        created_at: toDb(at),
      })
      .onConflict('request_id')
      .ignore();
  };

/** Key and body together: words of a request that was refused never stand in for those sent later under its key. */
export function particularsId({ id, bodyHash }: ChangeRequest): string {
  return createHash('sha256').update(`${id} ${bodyHash}`).digest('hex');
}
