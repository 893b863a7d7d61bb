/** Which mail has gone to whom: the recipient as a hash, so that the table holds no addresses. */
import { createHash } from 'node:crypto';
import type { Knex } from 'knex';
import type { Instant } from '../../domain/calendar.ts';
import { mailboxOf } from '../../domain/mailbox.ts';
import { isDuplicateKey } from '../errors.ts';
import { toDb } from '../instants.ts';

export type DeliveryOutcome = 'sent' | 'refused' | 'suppressed';

/** Claims one mail for one recipient; false when it is claimed already, and then it must not be sent (again). */
export const claimDelivery =
  (knex: Knex) =>
  async (noticeKey: string, email: string, outcome: DeliveryOutcome, at: Instant): Promise<boolean> => {
    try {
      await knex('notice_deliveries').insert({
        notice_key: noticeKey,
        recipient_hash: hashOf(email),
        outcome,
        claimed_at: toDb(at),
      });
      return true;
    } catch (error) {
      if (isDuplicateKey(error)) return false;
      throw error;
    }
  };

/** An address that was claimed before sending has been refused for good. */
export const noteRefused =
  (knex: Knex) =>
  async (noticeKey: string, email: string): Promise<void> => {
    await knex('notice_deliveries')
      .where({ notice_key: noticeKey, recipient_hash: hashOf(email) })
      .update({ outcome: 'refused' });
  };

/** What became of this mail to this recipient; null while it has not been served. */
export async function deliveryOf(
  knex: Knex,
  noticeKey: string,
  email: string,
): Promise<DeliveryOutcome | null> {
  const row = await knex('notice_deliveries')
    .where({ notice_key: noticeKey, recipient_hash: hashOf(email) })
    .first<{ outcome: DeliveryOutcome } | undefined>('outcome');
  return row?.outcome ?? null;
}

/** Every recipient has been served: the mail is no longer owed. */
export const markTold =
  (knex: Knex) =>
  async (noticeKey: string, at: Instant): Promise<void> => {
    await knex('notices')
      .where({ notice_key: noticeKey, told_at: null })
      .update({ told_at: toDb(at) });
  };

function hashOf(email: string): string {
  return createHash('sha256').update(mailboxOf(email)).digest('hex');
}
