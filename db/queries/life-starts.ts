/** The rows from which lives are started: whole, as the workflow's input needs them. */
import type { Knex } from 'knex';
import type { MailItem } from '../../domain/mail-item.ts';
import type { Trashing } from '../../domain/trashing.ts';
import type { TrashingRow } from '../trashing-row.ts';
import { trashingFrom } from '../trashing-row.ts';
import { mailItemById } from './mail-item.ts';

export interface MailItemToStart {
  readonly item: MailItem;
  readonly labels: { readonly siteReference: string; readonly postboxNumber: string };
}

/** The mail item as it stands, or null. */
export function mailItemToStart(knex: Knex, itemId: string): Promise<MailItemToStart | null> {
  return mailItemById(knex, itemId);
}

/** The trashing as it stands, or null. */
export async function trashingToStart(knex: Knex, trashingId: string): Promise<Trashing | null> {
  const row = await knex('trashings').where({ id: trashingId }).first<TrashingRow | undefined>();
  return row === undefined ? null : trashingFrom(knex, row);
}

/** Ids of open rows after the given one, in order: the sweep compares them with open workflows. */
export function openLives(
  knex: Knex,
  life: 'mail-item' | 'trashing',
  after: string,
  limit: number,
): Promise<readonly string[]> {
  const table = life === 'mail-item' ? 'mail_items' : 'trashings';
  return knex(table).whereNull('closed_at').where('id', '>', after).orderBy('id').limit(limit).pluck('id');
}

/** Open items of a box whose forwarding is planned: a new address concerns them (PP-10). */
export function forwardingItemsOf(knex: Knex, postboxId: string): Promise<readonly string[]> {
  return knex('mail_items')
    .where({ postbox_id: postboxId, stage: 'forwarding' })
    .whereNull('closed_at')
    .orderBy('id')
    .pluck('id');
}

/** Open items of a box: what may be decided about them has changed (PP-08). */
export function openItemsOf(knex: Knex, postboxId: string): Promise<readonly string[]> {
  return knex('mail_items').where({ postbox_id: postboxId }).whereNull('closed_at').orderBy('id').pluck('id');
}

/** The open stay in the trash of a mail item's scan, or null: a hold on the item concerns it. */
export async function openTrashingOf(knex: Knex, itemId: string): Promise<string | null> {
  const row = await knex('trashings as t')
    .join('documents as d', 'd.id', 't.document_id')
    .where('d.mail_item_id', itemId)
    .whereNotNull('t.open_key')
    .first<{ id: string } | undefined>('t.id');
  return row?.id ?? null;
}
