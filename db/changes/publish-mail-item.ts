import type { Knex } from 'knex';
import type { Instant } from '../../domain/calendar.ts';
import { endOfDaysAfter } from '../../domain/calendar.ts';
import { takeDecision } from '../../domain/decision.ts';
import type { MailItem } from '../../domain/mail-item.ts';
import { owing } from '../../domain/outcome.ts';
import type { Manner } from '../../domain/policy.ts';
import { toDb } from '../instants.ts';
import { mailItemContext } from '../mail-item-context.ts';
import type { MailItemRow } from '../mail-item-row.ts';
import { columnsOf, mailItemFrom } from '../mail-item-row.ts';
import { syncSiteTask } from './sync-site-task.ts';

/**
 * Starts the clock of an item whose row has just been written: due instant with the rule behind it, the box's primary
 * option, the arrival mail (PP-02, PP-09). `at` is the publication, from which the decision period counts.
 */
export async function publishMailItem(trx: Knex.Transaction, itemId: string, at: Instant): Promise<MailItem> {
  const row = await trx('mail_items').where({ id: itemId }).first<MailItemRow>();
  const blank = mailItemFrom(row, await mailItemContext(trx, row));
  const { decisionDays, zone, version } = blank.policy;
  const due = { ...blank, dueAt: endOfDaysAfter(at, decisionDays, zone) };
  const item = owing(await withPrimaryOption(trx, due, at), 'arrived', 1);
  await trx('mail_items')
    .where({ id: itemId })
    .update({
      ...columnsOf(item),
      due_rule: `PP-09: ${String(decisionDays)} calendar days, ${zone}, policy ${String(version)}`,
    });
  await syncSiteTask(trx, blank, item, at);
  await trx('notices').insert(
    item.toTell.map(({ key, kind }) => ({ notice_key: key, mail_item_id: item.id, kind, owed_at: toDb(at) })),
  );
  return item;
}

/** Boxes that forward everything have their decision recorded at intake, changeable until its cut-off (PP-02). */
async function withPrimaryOption(trx: Knex.Transaction, item: MailItem, at: Instant): Promise<MailItem> {
  if (item.primaryOption !== 'forward') return item;
  const box = await trx('postboxes')
    .where({ id: item.postboxId })
    .first<{ default_manner: Manner }>('default_manner');
  const { item: decided } = takeDecision(item, { kind: 'forward-now', manner: box.default_manner }, at);
  return { ...decided, version: item.version };
}
