import type { Knex } from 'knex';
import type { Instant } from '../../domain/calendar.ts';
import { endOfDaysAfter } from '../../domain/calendar.ts';
import { decisionPeriodFor, takeDecision } from '../../domain/decision.ts';
import type { MailItem } from '../../domain/mail-item.ts';
import { owing } from '../../domain/outcome.ts';
import type { Manner } from '../../domain/policy.ts';
import { daysRule } from '../../domain/policy.ts';
import { toDb } from '../instants.ts';
import { mailItemContext } from '../mail-item-context.ts';
import type { MailItemRow } from '../mail-item-row.ts';
import { columnsOf, mailItemFrom } from '../mail-item-row.ts';
import { syncSiteTask } from './sync-site-task.ts';

/**
 * Starts the clock of an item whose row has just been written: due instant with the rule behind it, the box's primary
 * option, the arrival mail unless the box is silent (PP-02, PP-07, PP-09). `at` is the publication, from which the
 * decision period counts.
 */
export async function publishMailItem(trx: Knex.Transaction, itemId: string, at: Instant): Promise<MailItem> {
  const row = await trx('mail_items').where({ id: itemId }).first<MailItemRow>();
  const written = mailItemFrom(row, await mailItemContext(trx, row));
  const blank = { ...written, publishedAt: at, undecidedSince: at };
  const { policy } = blank;
  const box = await trx('postboxes')
    .where({ id: blank.postboxId })
    .first<BoxSettings>('default_manner', 'notifies_arrivals', 'promised_decision_days');
  const period = decisionPeriodFor(policy, box.promised_decision_days);
  const due = { ...blank, dueAt: endOfDaysAfter(at, period.days, policy.zone) };
  const decided = withPrimaryOption(due, box.default_manner, at);
  // A mail that nobody will get would cost the life a wake-up.
  const item = box.notifies_arrivals === 1 ? owing(decided, 'arrived', 1) : decided;
  await trx('mail_items')
    .where({ id: itemId })
    .update({
      ...columnsOf(item),
      published_at: toDb(at),
      due_rule: daysRule(period.rule, period.days, policy),
    });
  await syncSiteTask(trx, blank, item, at);
  const owed = { mail_item_id: item.id, owed_at: toDb(at) };
  for (const { key, kind } of item.toTell) await trx('notices').insert({ notice_key: key, kind, ...owed });
  return item;
}

interface BoxSettings {
  readonly default_manner: Manner;
  readonly notifies_arrivals: number;
  readonly promised_decision_days: number | null;
}

/** Boxes that forward everything have their decision recorded at intake, changeable until its cut-off (PP-02). */
function withPrimaryOption(item: MailItem, manner: Manner, at: Instant): MailItem {
  if (item.primaryOption !== 'forward') return item;
  const { item: decided } = takeDecision(item, { kind: 'forward-now', manner }, at);
  return { ...decided, version: item.version };
}
