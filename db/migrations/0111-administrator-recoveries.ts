/**
 * Companies without an active administrator on the way to one. The code lies sealed until its letter is printed; what is
 * typed is looked up by a keyed hash. `open_key` holds the company: at most one at a time.
 */
import { AT, ID, table, word } from './table.ts';

export const administratorRecoveries = table(
  'administrator_recoveries',
  `
  id ${ID} NOT NULL PRIMARY KEY,
  brand_id ${ID} NOT NULL,
  company_id ${ID} NOT NULL,
  candidate_id ${ID} NOT NULL,
  policy_set_id ${ID} NOT NULL,
  version INT NOT NULL,
  reason VARCHAR(500) NOT NULL,
  proposed_at ${AT} NOT NULL,
  proposed_by ${ID} NOT NULL,
  approved_at ${AT} NULL,
  approved_by ${ID} NULL,
  objection_ends_at ${AT} NULL,
  ends_at ${AT} NOT NULL,
  ends_rule VARCHAR(120) NOT NULL,
  sealed_code ${word(400)} NULL,
  code_hash ${word(64)} NULL,
  printed_at ${AT} NULL,
  opened_at ${AT} NULL,
  wrong_codes INT NOT NULL DEFAULT 0,
  link_id ${ID} NULL,
  next_act_at ${AT} NULL,
  outcome ${word(12)} NULL,
  closed_at ${AT} NULL,
  open_key ${ID} NULL UNIQUE,
  KEY administrator_recoveries_open (closed_at, next_act_at),
  KEY administrator_recoveries_company (company_id, id),
  KEY administrator_recoveries_candidate (candidate_id, closed_at),
  CONSTRAINT administrator_recoveries_of FOREIGN KEY (company_id) REFERENCES companies (id),
  CONSTRAINT administrator_recoveries_for FOREIGN KEY (candidate_id) REFERENCES users (id),
  CONSTRAINT administrator_recoveries_policy FOREIGN KEY (policy_set_id) REFERENCES policy_sets (id)`,
);
