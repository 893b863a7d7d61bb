/** Sealed pictures of identity documents; their keys lie in a table of their own. The row outlives the picture. */
import { AT, HASH, ID, table, word } from './table.ts';

export const identityDocuments = table(
  'identity_documents',
  `
  id ${ID} NOT NULL PRIMARY KEY,
  check_id ${ID} NOT NULL,
  media_type ${word(40)} NOT NULL,
  sha256 ${HASH} NOT NULL,
  bytes BIGINT NOT NULL,
  uploaded_at ${AT} NOT NULL,
  destroyed_at ${AT} NULL,
  KEY identity_documents_left (destroyed_at, uploaded_at),
  CONSTRAINT identity_documents_of FOREIGN KEY (check_id) REFERENCES identity_checks (id)`,
);
