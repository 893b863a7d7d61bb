import type { Knex } from 'knex';
import { v7 as uuidv7 } from 'uuid';
import type { Instant } from '../../domain/calendar.ts';
import type { MailItem } from '../../domain/mail-item.ts';
import { toDb } from '../instants.ts';

/**
 * Brings the site's work list in line with the task of the item: a planned task that is no longer wanted is
 * cancelled, another one is written, a begun one is marked. How a begun task ended is written by the change
 * that ends it, before it comes here. The address valid on the day is fixed when the forwarding is released.
 */
export async function syncSiteTask(
  trx: Knex.Transaction,
  before: MailItem,
  item: MailItem,
  at: Instant,
): Promise<void> {
  const isSame =
    before.task !== null &&
    item.task !== null &&
    before.task.kind === item.task.kind &&
    before.task.dueOn === item.task.dueOn &&
    !(before.task.state === 'begun' && item.task.state === 'planned');
  if (before.task !== null && !isSame) {
    await trx('site_tasks')
      .where({ open_key: item.id })
      .update({ open_key: null, state: 'cancelled', closed_at: toDb(at) });
  }
  if (item.task !== null && !isSame) await openTask(trx, item, item.task, at);
  if (isSame && before.task.state === 'planned' && item.task.state === 'begun') {
    await trx('site_tasks')
      .where({ open_key: item.id })
      .update({ state: 'begun', begun_at: toDb(at) });
  }
  const isReleased =
    item.decision?.releasedAt != null && before.decision?.releasedAt !== item.decision.releasedAt;
  if (isReleased) await fixAddress(trx, item);
}

async function openTask(
  trx: Knex.Transaction,
  item: MailItem,
  task: NonNullable<MailItem['task']>,
  at: Instant,
): Promise<void> {
  await trx('site_tasks').insert({
    id: uuidv7(),
    mail_item_id: item.id,
    site_id: item.siteId,
    kind: task.kind,
    due_on: task.dueOn,
    state: task.state,
    open_key: item.id,
    created_at: toDb(at),
  });
}

async function fixAddress(trx: Knex.Transaction, item: MailItem): Promise<void> {
  const address = await trx('postbox_addresses')
    .where({ postbox_id: item.postboxId, kind: 'forwarding' })
    .first<object | undefined>('recipient', 'street', 'extra', 'postal_code', 'city', 'country', 'version');
  await trx('site_tasks')
    .where({ open_key: item.id })
    .update({ address: JSON.stringify(address ?? null) });
}
