import type { Knex } from 'knex';
import { checkScanHold, checkScanRelease, markScanHold } from '../../domain/hold.ts';
import type { MailItem, MailItemState } from '../../domain/mail-item.ts';
import { orThrow } from '../../domain/verdict.ts';
import type { Actor } from './append-event.ts';
import { appendEvent } from './append-event.ts';
import type { ChangeRequest } from './change.ts';
import { change } from './change.ts';
import { particularsOf } from './keep-particulars.ts';
import { lockMailItem } from './lock-mail-item.ts';
import { operatorOnly } from './lock-member.ts';
import { writeMailItem } from './write-mail-item.ts';

/**
 * Holds or releases the scan of a letter whose paper has left, and whose life is therefore over: a plain change
 * (decided.md, Decisions). Refuses `not-found`, `mail-item.closed` (the scan has gone too), `mail-item.on-hold`,
 * `mail-item.not-on-hold`, `right.missing`. Throws while the paper is there: then it is a command for the life of the letter.
 */
export const holdScan =
  (knex: Knex, name: 'hold' | 'release') =>
  (itemId: string, actor: Actor, request: ChangeRequest): Promise<MailItemState> =>
    change(knex, request, async (trx) => {
      const at = request.receivedAt;
      const item = await lockMailItem(trx, itemId);
      await operatorOnly(trx, actor, 'mail-item.hold');
      if (item.closed === null)
        throw new Error(`the paper of mail item ${itemId} is here: its life holds it`);
      const isHeld = name === 'hold';
      orThrow(isHeld ? checkScanHold(item, await isScanThere(trx, itemId)) : checkScanRelease(item));
      if (isHeld) await writeHoldReason(trx, item, request);
      const state = await writeMailItem(trx, item, markScanHold(item, isHeld ? at : null), { actor, at });
      await tellScan(trx, item, actor, request);
      return state;
    });

async function isScanThere(trx: Knex.Transaction, itemId: string): Promise<boolean> {
  const scan = await trx('documents as d')
    .join('blobs as o', 'o.id', 'd.blob_id')
    .where('d.mail_item_id', itemId)
    .whereNotNull('o.wrapped_key')
    .first<object | undefined>('d.id');
  return scan !== undefined;
}

/** Why it is held stays in the row: free text is no business of the event log. */
export async function writeHoldReason(
  trx: Knex.Transaction,
  item: MailItem,
  request: ChangeRequest,
): Promise<void> {
  const { reason } = await particularsOf(trx, request);
  await trx('mail_items')
    .where({ id: item.id })
    .update({ hold_reason: reason ?? null });
}

/** A hold covers the scan too: the life of its trashing, where there is one, looks at the item again. */
export async function tellScan(
  trx: Knex.Transaction,
  item: MailItem,
  actor: Actor,
  { receivedAt: at }: ChangeRequest,
): Promise<void> {
  const document = await trx('documents')
    .where({ mail_item_id: item.id, location: 'trash' })
    .first<{ id: string } | undefined>('id');
  if (!document) return;
  await appendEvent(trx, {
    kind: 'document.hold-changed',
    subjectType: 'document',
    subjectId: document.id,
    companyId: item.companyId,
    actor,
    at,
    body: { mailItemId: item.id },
    wakes: { life: 'scan-of', id: item.id },
  });
}
