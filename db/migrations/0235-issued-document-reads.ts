/** Who has read which document (IP-10): a mark of each reader's own. */
import { AT, ID, table } from './table.ts';

export const issuedDocumentReads = table(
  'issued_document_reads',
  `
  user_id ${ID} NOT NULL,
  document_id ${ID} NOT NULL,
  read_at ${AT} NOT NULL,
  PRIMARY KEY (user_id, document_id),
  CONSTRAINT issued_document_reads_document FOREIGN KEY (document_id) REFERENCES issued_documents (id)`,
);
