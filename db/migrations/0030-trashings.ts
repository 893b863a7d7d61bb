/** One stay of a scan in the trash. `open_key` holds the document while it lasts: at most one at a time (PP-14). */
import { AT, ID, table, word } from './table.ts';

export const trashings = table(
  'trashings',
  `
  id ${ID} NOT NULL PRIMARY KEY,
  brand_id ${ID} NOT NULL,
  company_id ${ID} NOT NULL,
  document_id ${ID} NOT NULL,
  policy_set_id ${ID} NOT NULL,
  version INT NOT NULL,
  trashed_at ${AT} NOT NULL,
  purge_at ${AT} NOT NULL,
  purge_rule VARCHAR(120) NOT NULL,
  restores_to ${word(10)} NOT NULL,
  held_since_at ${AT} NULL,
  purging_since_at ${AT} NULL,
  next_act_at ${AT} NULL,
  outcome ${word(12)} NULL,
  closed_at ${AT} NULL,
  open_key ${ID} NULL UNIQUE,
  KEY trashings_open (closed_at, next_act_at),
  KEY trashings_company (company_id, open_key, id),
  CONSTRAINT trashings_document FOREIGN KEY (document_id) REFERENCES documents (id),
  CONSTRAINT trashings_policy FOREIGN KEY (policy_set_id) REFERENCES policy_sets (id)`,
);
