import type { Knex } from 'knex';
import type { Instant } from '../../domain/calendar.ts';
import type { MailItem, MailItemState } from '../../domain/mail-item.ts';
import type { Outcome } from '../../domain/outcome.ts';
import { noticeKey } from '../../domain/outcome.ts';
import { holdRule } from '../../domain/policy.ts';
import { toDb } from '../instants.ts';
import { columnsOf } from '../mail-item-row.ts';
import { lifeActor } from './actors.ts';
import type { Actor, NewEvent } from './append-event.ts';
import { appendEvent } from './append-event.ts';
import { chargeFee, chargeStorage, reverseStorage } from './charge-mail-item.ts';
import { syncSiteTask } from './sync-site-task.ts';

/** Who did it, when, and the update that asked for it (which the relay confirms once more). */
export interface Doing {
  readonly actor: Actor;
  readonly at: Instant;
  readonly command?: NewEvent['command'];
}

export const mailItemLife = lifeActor('mail-item');

/**
 * Writes what a rule decided, in the transaction that holds the row's lock: row, task, mails owed, ledger, event.
 * Returns the row as it now stands.
 */
export async function writeMailItem(
  trx: Knex.Transaction,
  before: MailItem,
  outcome: Outcome,
  doing: Doing,
): Promise<MailItemState> {
  const { item } = outcome;
  // Nothing but the end of a hold moves the due instant once it is set.
  const rule = before.dueAt === item.dueAt ? {} : { due_rule: holdRule(item.policy) };
  await trx('mail_items')
    .where({ id: item.id })
    .update({ ...columnsOf(item), ...rule });
  await syncSiteTask(trx, before, item, doing.at);
  await oweNotices(trx, before, item, doing.at);
  for (const charge of outcome.charges) if (charge.cents > 0) await chargeStorage(trx, item, charge);
  if (outcome.reverseFrom !== null) await reverseStorage(trx, item, outcome.reverseFrom, doing.at);
  if (outcome.feeCents !== null) await chargeFee(trx, item, outcome.feeCents, doing.at);
  await appendEvent(trx, {
    kind: `mail-item.${outcome.event.kind}`,
    subjectType: 'mail-item',
    subjectId: item.id,
    companyId: item.companyId,
    actor: doing.actor,
    at: doing.at,
    body: { ...outcome.event.facts, version: item.version, charged: outcome.charges },
    ...(doing.command && { wakes: { life: 'mail-item', id: item.id }, command: doing.command }),
  });
  return stateOf(item);
}

/** What the life adopts: everything but the policy it was started with. */
export function stateOf(item: MailItem): MailItemState {
  const { policy: _pinned, ...state } = item;
  return state;
}

async function oweNotices(
  trx: Knex.Transaction,
  before: MailItem,
  item: MailItem,
  at: Instant,
): Promise<void> {
  const owed = new Set(before.toTell.map(({ key }) => key));
  const added = item.toTell.filter(({ key }) => !owed.has(key));
  const rows = [
    ...added.map(({ key, kind }) => ({ notice_key: key, kind, told_at: null })),
    ...remindersPassed(before, item).map((key) => ({ notice_key: key, kind: 'reminder', told_at: toDb(at) })),
  ];
  if (rows.length === 0) return;
  await trx('notices')
    .insert(rows.map((row) => ({ ...row, mail_item_id: item.id, owed_at: toDb(at) })))
    .onConflict('notice_key')
    .ignore();
}

/** Keys of reminders that fell due too late to be sent: done with, as if they had been told. */
function remindersPassed(before: MailItem, item: MailItem): readonly string[] {
  const told = new Set(item.toTell.map(({ key }) => key));
  return item.remindedFor
    .filter((instant) => !before.remindedFor.includes(instant))
    .map((instant) => noticeKey(item, 'reminder', instant))
    .filter((key) => !told.has(key));
}
