import type { Knex } from 'knex';
import type { Instant } from '../../domain/calendar.ts';
import { concernsForwarding, noteAddressChange } from '../../domain/forwarding.ts';
import type { MailItemState } from '../../domain/mail-item.ts';
import { fromDb } from '../instants.ts';
import { change } from './change.ts';
import { lockMailItem } from './lock-mail-item.ts';
import { stateOf, system, writeMailItem } from './write-mail-item.ts';

/**
 * The life looks at its row again because facts around it have changed: when a forwarding is planned and the address
 * has changed since it was decided, the customer is told once. Returns the row as it stands.
 */
export const noteChangedFacts =
  (knex: Knex) =>
  (itemId: string, at: Instant): Promise<MailItemState> =>
    change(knex, null, async (trx) => {
      const item = await lockMailItem(trx, itemId);
      const address = await trx('postbox_addresses')
        .where({ postbox_id: item.postboxId, kind: 'forwarding' })
        .first<{ version: number; changed_at: Date } | undefined>('version', 'changed_at');
      if (!address || !concernsForwarding(item)) return stateOf(item);
      const isNews = item.decision !== null && fromDb(address.changed_at) > item.decision.receivedAt;
      if (!isNews) return stateOf(item);
      const isTold = await trx('notices')
        .where({ notice_key: `mail-item/${item.id}/address-changed/${String(address.version)}` })
        .first<{ notice_key: string } | undefined>('notice_key');
      if (isTold) return stateOf(item);
      return writeMailItem(trx, item, noteAddressChange(item, address.version), { actor: system, at });
    });
