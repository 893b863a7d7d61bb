import type { Knex } from 'knex';
import type { Instant } from '../../domain/calendar.ts';
import { noteAddressChange } from '../../domain/forwarding.ts';
import type { MailItemState } from '../../domain/mail-item.ts';
import { addressNewsFor } from '../queries/address-news.ts';
import { change } from './change.ts';
import { lockMailItem } from './lock-mail-item.ts';
import { stateOf, mailItemLife, writeMailItem } from './write-mail-item.ts';

/**
 * The life looks at its row again because facts around it have changed: when a forwarding is planned and the address
 * has changed since it was decided, the customer is told once. Returns the row as it stands.
 */
export const noteChangedFacts =
  (knex: Knex) =>
  (itemId: string, at: Instant): Promise<MailItemState> =>
    change(knex, null, async (trx) => {
      const item = await lockMailItem(trx, itemId);
      const version = await addressNewsFor(trx, item);
      if (version === null) return stateOf(item);
      return writeMailItem(trx, item, noteAddressChange(item, version), { actor: mailItemLife, at });
    });
