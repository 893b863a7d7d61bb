import type { Knex } from 'knex';

/** Of these ids, those that have a row: whether its object can still be opened, or its key is destroyed. */
export async function blobsAmong(knex: Knex, ids: readonly string[]): Promise<ReadonlyMap<string, boolean>> {
  const rows: { id: string; wrapped_key: string | null; destroyed_at: Date | null }[] = await knex('blobs')
    .whereIn('id', [...ids])
    .select('id', 'wrapped_key', 'destroyed_at');
  const documents: { id: string; wrapped_key: string | null; destroyed_at: Date | null }[] = await knex(
    'identity_documents as d',
  )
    .leftJoin('identity_document_keys as k', 'k.document_id', 'd.id')
    .whereIn('d.id', [...ids])
    .select('d.id', 'k.wrapped_key', 'd.destroyed_at');
  return new Map(
    [...rows, ...documents].map((row) => [row.id, row.wrapped_key !== null && row.destroyed_at === null]),
  );
}
