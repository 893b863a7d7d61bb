import type { Knex } from 'knex';
import type { MailItem } from '../../domain/mail-item.ts';
import { mailItemContext } from '../mail-item-context.ts';
import type { MailItemRow } from '../mail-item-row.ts';
import { mailItemFrom } from '../mail-item-row.ts';
import { hidden, Refused } from '../../domain/verdict.ts';

/** The mail item with its row locked until commit; what surrounds it is read as it now stands. Refuses `not-found`. */
export async function lockMailItem(trx: Knex.Transaction, itemId: string): Promise<MailItem> {
  const row = await trx('mail_items').where({ id: itemId }).forUpdate().first<MailItemRow | undefined>();
  if (row === undefined) throw new Refused(hidden);
  return mailItemFrom(row, await mailItemContext(trx, row));
}
