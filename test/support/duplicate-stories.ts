/** What duplicates are made from, straight in the tables: nobody opens it. */
import type { Knex } from 'knex';
import { v7 as uuidv7 } from 'uuid';
import type { SealedBlob } from '../../db/changes/insert-documents.ts';
import type { Instant } from '../../domain/calendar.ts';
import type { TwoAccounts } from './merge-stories.ts';

const sha256 = '0'.repeat(64);

/** As an issuer hands it in, sealed. */
export const aCopy = (): SealedBlob => ({ id: uuidv7(), wrappedKey: 'a key', sha256, bytes: 1 });

/** Of the client code that the source receives, from before its floor. */
export async function aStoredDocument(
  knex: Knex,
  { issuer, clientCodeId }: TwoAccounts,
  number: string,
  at: Instant,
): Promise<string> {
  const [id, blobId] = [uuidv7(), uuidv7()];
  const blob = { id: blobId, issuer_id: issuer.id, sha256, bytes: 1, wrapped_key: 'a key' };
  await knex('blobs').insert({ ...blob, created_at: new Date(at) });
  await knex('issued_documents').insert({
    ...{ id, issuer_id: issuer.id, client_code_id: clientCodeId, client_code: 'DL210001', number },
    ...{ number_key: number, kind: 'invoice', issued_on: '1999-12-31', total_cents: 1, currency: 'EUR' },
    ...{ published_at: new Date(at), content_hash: sha256, pdf_blob_id: blobId },
  });
  return id;
}

/** How many of it can no longer be opened by anybody. */
export async function removableCopies(knex: Knex, blobId: string): Promise<number> {
  return (await knex('blobs').where({ id: blobId, wrapped_key: null }).whereNotNull('destroyed_at')).length;
}
