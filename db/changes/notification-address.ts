/** Where notices go: asked for, confirmed by whoever reads the address, taken away (PP-07). */
import type { Knex } from 'knex';
import type { Instant } from '../../domain/calendar.ts';
import { checkOpenBox } from '../../domain/postbox.ts';
import { orThrow, Refused, refuseValue } from '../../domain/verdict.ts';
import { toDb } from '../instants.ts';
import type { PostboxRow } from '../postbox-row.ts';
import { postboxFrom } from '../postbox-row.ts';
import type { Actor } from './append-event.ts';
import { appendEvent } from './append-event.ts';
import { change } from './change.ts';
import { lockPostbox } from './lock-postbox.ts';

interface AskedAddress {
  readonly postboxId: string;
  readonly email: string;
  /** SHA-256 in hexadecimal of the token in the link. */
  readonly tokenHash: string;
  readonly linkEndsAt: Instant;
}

const none = { pending_email: null, notification_token_hash: null, notification_token_expires_at: null };

/**
 * A new address waits for its confirmation; the one in force stays so. Asking again kills the earlier link. True when
 * there is something to confirm, false when the address is in force already. Refuses `not-found`, `postbox.closed`.
 */
export const askNotificationAddress =
  (knex: Knex) =>
  ({ postboxId, email, tokenHash, linkEndsAt }: AskedAddress, actor: Actor, at: Instant): Promise<boolean> =>
    change(knex, null, async (trx) => {
      const box = await lockPostbox(trx, postboxId);
      orThrow(checkOpenBox(postboxFrom(box)));
      const isInForce = box.notification_email === email && box.notification_confirmed_at !== null;
      if (isInForce && box.pending_email === null) return false;
      const pending = {
        pending_email: email,
        notification_token_hash: tokenHash,
        notification_token_expires_at: toDb(linkEndsAt),
      };
      await trx('postboxes')
        .where({ id: postboxId })
        .update(isInForce ? none : pending);
      await tell(trx, box, isInForce ? 'kept' : 'asked', actor, at);
      return !isInForce;
    });

/** No mailbox takes what was asked for: it is forgotten, unless another one has been asked for since. */
export const forgetAskedAddress =
  (knex: Knex) =>
  ({ postboxId, tokenHash }: AskedAddress, actor: Actor, at: Instant): Promise<void> =>
    change(knex, null, async (trx) => {
      const box = await lockPostbox(trx, postboxId);
      const asked = { id: postboxId, notification_token_hash: tokenHash };
      const forgotten = await trx('postboxes').where(asked).update(none);
      if (forgotten > 0) await tell(trx, box, 'kept', actor, at);
    });

/**
 * The reader of the address confirms it, once; nobody needs to be logged in. Refuses
 * `postbox.notification-link-dead` for a link that is unknown, used, replaced or over.
 */
export const confirmNotificationAddress =
  (knex: Knex) =>
  (tokenHash: string, at: Instant): Promise<void> =>
    change(knex, null, async (trx) => {
      const box = await trx('postboxes')
        .where({ notification_token_hash: tokenHash, closed_at: null })
        .where('notification_token_expires_at', '>=', toDb(at))
        .forUpdate()
        .first<PostboxRow | undefined>();
      if (box === undefined) {
        throw new Refused(refuseValue('postbox.notification-link-dead', { field: 'token' }));
      }
      await trx('postboxes')
        .where({ id: box.id })
        .update({ ...none, notification_email: box.pending_email, notification_confirmed_at: toDb(at) });
      await tell(trx, box, 'confirmed', { type: 'system', id: 'confirmation-link' }, at);
    });

/** From now on the users who may read the box are told; a link under way is dead. Nothing there: nothing happens. */
export const removeNotificationAddress =
  (knex: Knex) =>
  (postboxId: string, actor: Actor, at: Instant): Promise<void> =>
    change(knex, null, async (trx) => {
      const box = await lockPostbox(trx, postboxId);
      if (box.notification_email === null && box.pending_email === null) return;
      await trx('postboxes')
        .where({ id: postboxId })
        .update({ ...none, notification_email: null, notification_confirmed_at: null });
      await tell(trx, box, 'removed', actor, at);
    });

/** Without the address: the event log outlives it. */
async function tell(
  trx: Knex.Transaction,
  box: PostboxRow,
  what: 'asked' | 'kept' | 'confirmed' | 'removed',
  actor: Actor,
  at: Instant,
): Promise<void> {
  await appendEvent(trx, {
    kind: `postbox.notification-address-${what}`,
    subjectType: 'postbox',
    subjectId: box.id,
    companyId: box.company_id,
    actor,
    at,
    body: {},
  });
}
