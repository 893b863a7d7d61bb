import type { Knex } from 'knex';
import { checkAcknowledge } from '../../domain/access-review.ts';
import { orThrow } from '../../domain/verdict.ts';
import { toDb } from '../instants.ts';
import type { Actor } from './append-event.ts';
import { appendEvent } from './append-event.ts';
import type { ChangeRequest } from './change.ts';
import { change } from './change.ts';
import { onBehalf, staffOnly } from './lock-member.ts';
import { lockReview } from './write-access-review.ts';

/**
 * Staff have looked into a review that nobody answered, and tick it off (WF-43; decided.md, Other defaults): what it left was
 * kept already, and nothing of it changes. The same again changes nothing. Refuses `not-found`, `right.missing`,
 * `access-review.not-unanswered`.
 */
export const acknowledgeReview =
  (knex: Knex) =>
  (id: string, actor: Actor, request: ChangeRequest): Promise<null> =>
    change(knex, request, async (trx) => {
      const at = request.receivedAt;
      const { review } = await lockReview(trx, id);
      const { companyId } = review;
      await staffOnly(trx, companyId, actor);
      orThrow(checkAcknowledge(review));
      const known: unknown = await trx('access_review_acknowledgements').where({ review_id: id }).first();
      if (known !== undefined) return null;
      await trx('access_review_acknowledgements').insert({
        review_id: id,
        acknowledged_by: actor.id,
        acknowledged_at: toDb(at),
      });
      await appendEvent(trx, {
        kind: 'access-review.acknowledged',
        subjectType: 'access-review',
        subjectId: id,
        companyId,
        actor,
        at,
        body: onBehalf(actor, companyId),
      });
      return null;
    });
