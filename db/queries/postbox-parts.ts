/** What belongs to a box beside its settings: addressees and addresses. */
import type { Knex } from 'knex';
import type { AddressKind } from '../../domain/postbox.ts';
import type { Addressee } from '../changes/addressees.ts';
import { fromDb } from '../instants.ts';
import type { AddressRow, PostboxAddress } from '../postbox-address-row.ts';
import { addressFrom } from '../postbox-address-row.ts';

/** A page of the names of a box, in the order in which they were added; `after` is the last id of the page before. */
export async function addresseesOf(
  knex: Knex,
  postboxId: string,
  page: { readonly limit: number; readonly after: string },
): Promise<readonly Addressee[]> {
  const rows: { id: string; name: string; added_at: Date }[] = await knex('addressees')
    .where({ postbox_id: postboxId, removed_at: null })
    .where('id', '>', page.after)
    .orderBy('id')
    .limit(page.limit)
    .select('id', 'name', 'added_at');
  return rows.map(({ id, name, added_at }) => ({ id, name, addedAt: fromDb(added_at) }));
}

/** The address of that kind, or null while nobody has given one. */
export async function postboxAddress(
  knex: Knex,
  postboxId: string,
  kind: AddressKind,
): Promise<PostboxAddress | null> {
  const row = await knex('postbox_addresses')
    .where({ postbox_id: postboxId, kind })
    .first<AddressRow | undefined>();
  return row === undefined ? null : addressFrom(row);
}
