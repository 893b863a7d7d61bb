/**
 * The word to one person that a brand has new documents for him (IP-09, UP-13). `open_key` holds brand and person while it
 * gathers: one notice each, however many documents come.
 */
import { AT, ID, table, word } from './table.ts';

export const documentNotices = table(
  'document_notices',
  `
  id ${ID} NOT NULL PRIMARY KEY,
  brand_id ${ID} NOT NULL,
  user_id ${ID} NOT NULL,
  policy_set_id ${ID} NOT NULL,
  version INT NOT NULL,
  frequency ${word(8)} NOT NULL,
  opened_at ${AT} NOT NULL,
  due_at ${AT} NOT NULL,
  due_rule VARCHAR(120) NOT NULL,
  next_act_at ${AT} NULL,
  outcome ${word(12)} NULL,
  closed_at ${AT} NULL,
  open_key ${word(73)} NULL UNIQUE,
  KEY document_notices_open (closed_at, next_act_at),
  KEY document_notices_of (user_id, closed_at),
  CONSTRAINT document_notices_brand FOREIGN KEY (brand_id) REFERENCES brands (id),
  CONSTRAINT document_notices_to FOREIGN KEY (user_id) REFERENCES users (id),
  CONSTRAINT document_notices_policy FOREIGN KEY (policy_set_id) REFERENCES policy_sets (id)`,
);
