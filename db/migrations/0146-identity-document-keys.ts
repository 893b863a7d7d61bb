/**
 * What opens a picture of an identity document, one row a picture: destroyed with the result (SE-03). This table is left
 * out of every backup (docs/operations.md), so that no backup outlives a picture it could open.
 */
import { ID, table, word } from './table.ts';

export const identityDocumentKeys = table(
  'identity_document_keys',
  `
  document_id ${ID} NOT NULL PRIMARY KEY,
  holder_key ${word(512)} NOT NULL,
  wrapped_key ${word(255)} NOT NULL`,
);
