/** Documents of some years, straight in the tables with their sealed objects, as retention finds them. */
import { randomUUID } from 'node:crypto';
import { Readable } from 'node:stream';
import type { Knex } from 'knex';
import type { ObjectStore } from '../../platform/object-store.ts';

/** A document of that client code and day, with an object that lies in the store. */
export async function aRetained(
  knex: Knex,
  objectStore: ObjectStore,
  clientCode: string,
  issuedOn: string,
  more: Readonly<Record<string, unknown>> = {},
): Promise<{ readonly id: string; readonly blobId: string }> {
  const client = await knex('client_codes').where({ code: clientCode }).first();
  const [id, blobId, number] = [randomUUID(), randomUUID(), randomUUID()];
  await knex('issued_documents').insert({
    ...{ id, issuer_id: client.issuer_id, client_code_id: client.id, client_code: clientCode },
    ...{ number, number_key: number, kind: 'invoice', issued_on: issuedOn, total_cents: 1, currency: 'EUR' },
    ...{
      channel: 'electronic',
      published_at: new Date(`${issuedOn}T10:00:00Z`),
      content_hash: '0'.repeat(64),
    },
    pdf_blob_id: blobId,
    ...more,
  });
  const blob = { wrapped_key: 'a key', sha256: '0'.repeat(64), bytes: 1, created_at: new Date(0) };
  await knex('blobs').insert({ id: blobId, issuer_id: client.issuer_id, ...blob });
  await objectStore.put(blobId, Readable.from([Buffer.from('sealed')]));
  return { id, blobId };
}
