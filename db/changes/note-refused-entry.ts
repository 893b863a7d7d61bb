import type { Knex } from 'knex';
import type { EntryFault } from '../../domain/activation-code.ts';
import type { Instant } from '../../domain/calendar.ts';
import type { Actor } from './append-event.ts';
import { appendEvent } from './append-event.ts';
import { change } from './change.ts';

/**
 * A code was entered and does not work: the log says why, the answer does not (check 42). Of one that there is not it is
 * told as well, so that both take the same time; how many strangers may cause is bounded by their budget.
 */
export const noteRefusedEntry =
  (knex: Knex) =>
  (codeId: string | null, fault: EntryFault, actor: Actor, at: Instant): Promise<void> =>
    change(knex, null, async (trx) => {
      await appendEvent(trx, {
        kind: 'activation-code.entry-refused',
        subjectType: 'activation-code',
        subjectId: codeId ?? 'none',
        companyId: null,
        actor,
        at,
        body: { fault },
      });
    });
