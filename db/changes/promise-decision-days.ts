import type { Knex } from 'knex';
import type { Instant } from '../../domain/calendar.ts';
import { checkPromise } from '../../domain/postbox.ts';
import { orThrow } from '../../domain/verdict.ts';
import { postboxFrom } from '../postbox-row.ts';
import type { Actor } from './append-event.ts';
import { appendEvent } from './append-event.ts';
import { change } from './change.ts';
import { operatorOnly } from './lock-member.ts';
import { lockPostbox } from './lock-postbox.ts';

interface Promised {
  readonly postboxId: string;
  /** Null takes the promise back. */
  readonly days: number | null;
  readonly version: number;
}

/**
 * Writes down how many days to decide were promised to the customer of a box: letters that are published from
 * now on get the longer of promise and policy. The same promise again changes nothing, whatever version was seen.
 * Refuses `not-found`, `right.missing`, `postbox.closed`, `postbox.version-stale`.
 */
export const promiseDecisionDays =
  (knex: Knex) =>
  ({ postboxId, days, version }: Promised, actor: Actor, at: Instant): Promise<void> =>
    change(knex, null, async (trx) => {
      const row = await lockPostbox(trx, postboxId);
      await operatorOnly(trx, actor, 'postbox.promise');
      const box = postboxFrom(row);
      if (box.closedAt === null && box.promisedDecisionDays === days) return;
      orThrow(checkPromise(box, version));
      await trx('postboxes')
        .where({ id: postboxId })
        .update({ promised_decision_days: days, version: box.version + 1 });
      await appendEvent(trx, {
        kind: 'postbox.promise-changed',
        subjectType: 'postbox',
        subjectId: postboxId,
        companyId: row.company_id,
        actor,
        at,
        body: { days, version: box.version + 1, onBehalfOf: row.company_id },
      });
    });
