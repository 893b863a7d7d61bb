import type { Knex } from 'knex';
import { concernsForwarding } from '../../domain/forwarding.ts';
import type { MailItem } from '../../domain/mail-item.ts';
import { noticeKey } from '../../domain/outcome.ts';
import { fromDb } from '../instants.ts';

/**
 * The version of the forwarding address when it has changed since the item's forwarding was decided and its customer
 * has not been told of it yet; null when it is no news, or concerns no forwarding (PP-10).
 */
export async function addressNewsFor(knex: Knex, item: MailItem): Promise<number | null> {
  if (item.decision === null || !concernsForwarding(item)) return null;
  const address = await knex('postbox_addresses')
    .where({ postbox_id: item.postboxId, kind: 'forwarding' })
    .first<{ version: number; changed_at: Date } | undefined>('version', 'changed_at');
  if (!address || fromDb(address.changed_at) <= item.decision.receivedAt) return null;
  const isTold = await knex('notices')
    .where({ notice_key: noticeKey(item, 'address-changed', address.version) })
    .first<object | undefined>('notice_key');
  return isTold ? null : address.version;
}
