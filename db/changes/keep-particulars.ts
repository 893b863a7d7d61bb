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
function particularsId({ id, bodyHash }: ChangeRequest): string {
  return createHash('sha256').update(`${id} ${bodyHash}`).digest('hex');
}

/** What people at a site or the desk wrote beside a command on a letter. */
export interface Particulars {
  readonly carrier?: string;
  readonly tracking?: string;
  readonly postageCents?: number;
  readonly collectedBy?: string;
  readonly destroyedHow?: string;
  readonly note?: string;
  readonly reason?: string;
}

/** What was kept under this request; nothing when nothing was. */
export async function particularsOf(trx: Knex.Transaction, request: ChangeRequest): Promise<Particulars> {
  return (await kept<Particulars>(trx, request)) ?? {};
}

/**
 * What was kept under the request, emptied with this change: for what must not lie about, such as a hash. Its place
 * stays taken until the key is forgotten, so that the same request coming again at that moment keeps nothing anew.
 */
export async function takeParticulars<Words>(
  trx: Knex.Transaction,
  request: ChangeRequest,
): Promise<Words | null> {
  const words = await kept<Words>(trx, request);
  if (words !== null)
    await trx('command_particulars')
      .where({ request_id: particularsId(request) })
      .update({ particulars: 'null' });
  return words;
}

async function kept<Words>(trx: Knex.Transaction, request: ChangeRequest): Promise<Words | null> {
  const row = await trx('command_particulars')
    .where({ request_id: particularsId(request) })
    .first<{ particulars: string } | undefined>('particulars');
  return row === undefined ? null : (JSON.parse(row.particulars) as Words | null);
}
