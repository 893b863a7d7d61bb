import type { Knex } from 'knex';
import type { MailItem } from '../../domain/mail-item.ts';
import { mailItemContext } from '../mail-item-context.ts';
import type { MailItemRow } from '../mail-item-row.ts';
import { mailItemFrom } from '../mail-item-row.ts';
import { lockRow } from './lock-row.ts';

/** The mail item with its row locked until commit; what surrounds it is read as it now stands. Refuses `not-found`. */
export async function lockMailItem(trx: Knex.Transaction, itemId: string): Promise<MailItem> {
  const row = await lockRow<MailItemRow>(trx, 'mail_items', itemId);
  return mailItemFrom(row, await mailItemContext(trx, row));
}
