/** What staff keep from being destroyed: a document, or everything of a client code. A hold that ended stays on record. */
import { AT, ID, table } from './table.ts';

export const retentionHolds = table(
  'retention_holds',
  `
  id ${ID} NOT NULL PRIMARY KEY,
  document_id ${ID} NULL,
  client_code_id ${ID} NULL,
  reason VARCHAR(500) NOT NULL,
  placed_by ${ID} NOT NULL,
  placed_at ${AT} NOT NULL,
  released_by ${ID} NULL,
  released_at ${AT} NULL,
  KEY retention_holds_document (document_id, released_at),
  KEY retention_holds_client (client_code_id, released_at),
  KEY retention_holds_open (released_at, id),
  CONSTRAINT retention_holds_of CHECK ((document_id IS NULL) <> (client_code_id IS NULL)),
  CONSTRAINT retention_holds_document FOREIGN KEY (document_id) REFERENCES issued_documents (id),
  CONSTRAINT retention_holds_client FOREIGN KEY (client_code_id) REFERENCES client_codes (id)`,
);
