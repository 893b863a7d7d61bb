import type { Knex } from 'knex';
import { v7 as uuidv7 } from 'uuid';
import type { Instant } from '../../domain/calendar.ts';
import { toDb } from '../instants.ts';
import { publicForm } from './actors.ts';
import { appendEvent } from './append-event.ts';
import { change } from './change.ts';

/**
 * Somebody says who he is and that he lost his password. Nobody is looked up here: the same row and event whoever is
 * meant, so that neither the answer nor its time tells anything (check 34). The life looks it up afterwards.
 */
export const askRecovery =
  (knex: Knex) =>
  (identifier: string, at: Instant): Promise<void> =>
    change(knex, null, async (trx) => {
      const id = uuidv7();
      await trx('credential_recoveries').insert({
        id,
        source: 'person',
        identifier,
        version: 1,
        asked_at: toDb(at),
        next_act_at: toDb(at),
      });
      await appendEvent(trx, {
        kind: 'credential-recovery.asked',
        subjectType: 'credential-recovery',
        subjectId: id,
        companyId: null,
        actor: publicForm,
        at,
        body: {},
        wakes: { life: 'credential-recovery', id },
      });
    });
