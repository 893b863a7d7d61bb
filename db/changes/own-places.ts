/** What a person does with his places and browsers himself (SE-04, SE-05); each under a proof of who he is. */
import type { Knex } from 'knex';
import type { Instant } from '../../domain/calendar.ts';
import { mostNetworks } from '../../domain/place.ts';
import { hidden, Refused, refuseState } from '../../domain/verdict.ts';
import { toDb } from '../instants.ts';
import type { Actor } from './append-event.ts';
import { appendEvent } from './append-event.ts';
import type { ChangeRequest } from './change.ts';
import { change } from './change.ts';
import { endSessionsOf } from './end-sessions-of.ts';
import { authorisePlace } from './user-places.ts';

/** A place he will log in from: no mail is needed, for he is proven. Refuses `place.too-many`. */
export const addOwnPlace =
  (knex: Knex) =>
  (userId: string, network: string, actor: Actor, request: ChangeRequest): Promise<{ readonly id: string }> =>
    change(knex, request, async (trx) => {
      await trx('users').where({ id: userId }).forUpdate().first('id');
      const places = await trx('user_places')
        .where({ user_id: userId })
        .select<{ network: string }[]>('network');
      if (places.length >= mostNetworks && !places.some((place) => place.network === network))
        throw new Refused(refuseState('place.too-many', { most: mostNetworks }));
      const id = await authorisePlace(trx, userId, network, request.receivedAt);
      await tell(trx, userId, 'place.added', { placeId: id }, actor, request.receivedAt);
      return { id };
    });

export interface Removal {
  readonly id: string;
  readonly userId: string;
  /** The session he asks with goes on; all others end, for one of them may be why he asks (WF-20: end sessions). */
  readonly keptSessionId: string;
}

/** Refuses `not-found` for one that is not his. */
export const removeOwnPlace =
  (knex: Knex) =>
  ({ id, userId, keptSessionId }: Removal, actor: Actor, at: Instant): Promise<void> =>
    change(knex, null, async (trx) => {
      if ((await trx('user_places').where({ id, user_id: userId }).delete()) === 0) throw new Refused(hidden);
      await endSessionsOf(trx, userId, at, keptSessionId);
      await tell(trx, userId, 'place.removed', { placeId: id }, actor, at);
    });

/** Refuses `not-found` for one that is not his; one that was revoked stays so. */
export const revokeOwnBrowser =
  (knex: Knex) =>
  ({ id, userId, keptSessionId }: Removal, actor: Actor, at: Instant): Promise<void> =>
    change(knex, null, async (trx) => {
      const browser = await trx('trusted_browsers')
        .where({ id, user_id: userId })
        .forUpdate()
        .first<{ revoked_at: Date | null } | undefined>('revoked_at');
      if (browser === undefined) throw new Refused(hidden);
      if (browser.revoked_at !== null) return;
      await trx('trusted_browsers')
        .where({ id })
        .update({ revoked_at: toDb(at) });
      await endSessionsOf(trx, userId, at, keptSessionId);
      await tell(trx, userId, 'browser.revoked', { browserId: id }, actor, at);
    });

/** In the operator's chain, for a person may belong to several companies; ids only, no address. */
async function tell(
  trx: Knex.Transaction,
  userId: string,
  kind: string,
  facts: object,
  actor: Actor,
  at: Instant,
): Promise<void> {
  await appendEvent(trx, {
    kind,
    subjectType: 'user',
    subjectId: userId,
    companyId: null,
    actor,
    at,
    body: facts,
  });
}
