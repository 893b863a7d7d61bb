/** The picture of the paper: archived or trashed whatever happens to the letter (PP-13, PP-14). */
import { AT, ID, table, word } from './table.ts';

export const documents = table(
  'documents',
  `
  id ${ID} NOT NULL PRIMARY KEY,
  company_id ${ID} NOT NULL,
  postbox_id ${ID} NOT NULL,
  mail_item_id ${ID} NOT NULL UNIQUE,
  blob_id ${ID} NOT NULL UNIQUE,
  page_count INT NOT NULL,
  location ${word(10)} NOT NULL,
  version INT NOT NULL,
  changed_at ${AT} NOT NULL,
  KEY documents_location (company_id, location, id),
  CONSTRAINT documents_item FOREIGN KEY (mail_item_id) REFERENCES mail_items (id),
  CONSTRAINT documents_blob FOREIGN KEY (blob_id) REFERENCES blobs (id)`,
);
