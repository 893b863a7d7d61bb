/** Remembered answers, kept 30 days (decided.md, Lives and ids). `created_at` is the clock of the database: housekeeping only. */
import { AT, HASH, table } from './table.ts';

export const requests = table(
  'requests',
  `
  id ${HASH} NOT NULL PRIMARY KEY,
  body_hash ${HASH} NOT NULL,
  received_at ${AT} NOT NULL,
  answer LONGTEXT NOT NULL,
  created_at ${AT} NOT NULL DEFAULT CURRENT_TIMESTAMP(6),
  KEY requests_age (created_at)`,
);
