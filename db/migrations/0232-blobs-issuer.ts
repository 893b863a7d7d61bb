/** Under whose key an invoice or credit note is sealed. */
import { column } from './alter.ts';
import { ID } from './table.ts';

export const blobsIssuer = column('blobs', 'issuer_id', `${ID} NULL`);
