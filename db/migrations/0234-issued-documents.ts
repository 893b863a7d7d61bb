/**
 * Invoices and credit notes (WF-33). `number_key` holds the number for the one in force: one document an issuer and number; a
 * correction takes it over. Without a client code a document is in quarantine. Lists read along the client code or the issuer.
 */
import { AT, HASH, ID, table, word } from './table.ts';

export const issuedDocuments = table(
  'issued_documents',
  `
  id ${ID} NOT NULL PRIMARY KEY,
  issuer_id ${ID} NOT NULL,
  client_code_id ${ID} NULL,
  client_code VARCHAR(40) NOT NULL,
  number VARCHAR(60) COLLATE utf8mb4_bin NOT NULL,
  kind ${word(12)} NOT NULL,
  issued_on DATE NOT NULL,
  due_on DATE NULL,
  total_cents BIGINT NOT NULL,
  currency ${word(3)} NOT NULL,
  refers_to VARCHAR(60) COLLATE utf8mb4_bin NULL,
  channel ${word(10)} NULL,
  published_at ${AT} NOT NULL,
  visible_from_at ${AT} NULL,
  withdrawn_at ${AT} NULL,
  corrects ${ID} NULL,
  pdf_blob_id ${ID} NULL,
  ubl_blob_id ${ID} NULL,
  content_hash ${HASH} NOT NULL,
  run_id ${ID} NULL,
  destroying_since_at ${AT} NULL,
  destroyed_at ${AT} NULL,
  number_key VARCHAR(60) COLLATE utf8mb4_bin NULL,
  UNIQUE KEY issued_documents_number (issuer_id, number_key),
  KEY issued_documents_client (client_code_id, issued_on, id),
  KEY issued_documents_issuer (issuer_id, issued_on, id),
  KEY issued_documents_destroying (destroyed_at, destroying_since_at),
  CONSTRAINT issued_documents_issuer FOREIGN KEY (issuer_id) REFERENCES issuers (id),
  CONSTRAINT issued_documents_client FOREIGN KEY (client_code_id) REFERENCES client_codes (id)`,
);
