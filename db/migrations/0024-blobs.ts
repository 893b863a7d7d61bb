/** A sealed object and the key that opens it; without the key it is unreadable everywhere, backups included. */
import { AT, HASH, ID, table } from './table.ts';

export const blobs = table(
  'blobs',
  `
  id ${ID} NOT NULL PRIMARY KEY,
  company_id ${ID} NOT NULL,
  wrapped_key VARCHAR(255) CHARACTER SET ascii COLLATE ascii_bin NULL,
  sha256 ${HASH} NOT NULL,
  bytes BIGINT NOT NULL,
  created_at ${AT} NOT NULL,
  destroyed_at ${AT} NULL,
  CONSTRAINT blobs_company FOREIGN KEY (company_id) REFERENCES companies (id)`,
);
