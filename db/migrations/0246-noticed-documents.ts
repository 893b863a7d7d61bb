/** The documents that a notice tells of, as far as he may still see them when it is due. */
import { ID, table } from './table.ts';

export const noticedDocuments = table(
  'noticed_documents',
  `
  notice_id ${ID} NOT NULL,
  document_id ${ID} NOT NULL,
  PRIMARY KEY (notice_id, document_id),
  CONSTRAINT noticed_documents_by FOREIGN KEY (notice_id) REFERENCES document_notices (id)`,
);
