import type { Knex } from 'knex';
import type { Instant } from '../../domain/calendar.ts';
import { checkPurge } from '../../domain/trashing.ts';
import { orThrow } from '../../domain/verdict.ts';
import type { ChangeRequest } from './change.ts';
import { change } from './change.ts';
import { lockTrashing } from './write-trashing.ts';

/**
 * The first of the two times that a purge at once is asked for (decided.md, Trash): until when it may be confirmed is
 * remembered for the key; nothing has happened yet, so there is no event. Refuses what the purge would be refused for.
 */
export const offerPurge =
  (knex: Knex) =>
  (trashingId: string, endsAt: Instant, request: ChangeRequest): Promise<{ readonly endsAt: Instant }> =>
    change(knex, request, async (trx) => {
      const { trashing } = await lockTrashing(trx, trashingId, request.receivedAt);
      orThrow(checkPurge(trashing));
      return { endsAt };
    });
