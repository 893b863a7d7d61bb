/**
 * Invitations (WF-02). `open_key` holds the membership, or company and typed name, while one is open: at most one at a
 * time. `typed` is what the inviting one wrote of a person who may not exist; `owner_id` is who hears how it went.
 */
import { AT, HASH, ID, table, word } from './table.ts';

export const userProvisionings = table(
  'user_provisionings',
  `
  id ${ID} NOT NULL PRIMARY KEY,
  brand_id ${ID} NOT NULL,
  company_id ${ID} NOT NULL,
  kind ${word(12)} NOT NULL,
  user_id ${ID} NULL,
  membership_id ${ID} NULL,
  profile ${word(40)} NOT NULL,
  typed VARCHAR(120) NULL,
  owner_id ${ID} NULL,
  policy_set_id ${ID} NOT NULL,
  version INT NOT NULL,
  invited_at ${AT} NOT NULL,
  ends_at ${AT} NOT NULL,
  ends_rule VARCHAR(120) NOT NULL,
  reminded_at ${AT} NULL,
  accepted_at ${AT} NULL,
  first_login_at ${AT} NULL,
  no_rights_at ${AT} NULL,
  link_id ${ID} NULL,
  next_act_at ${AT} NULL,
  outcome ${word(12)} NULL,
  closed_at ${AT} NULL,
  open_key ${HASH} NULL UNIQUE,
  KEY user_provisionings_open (closed_at, next_act_at),
  KEY user_provisionings_user (user_id, closed_at),
  KEY user_provisionings_member (membership_id, id),
  KEY user_provisionings_company (company_id, kind, closed_at, id),
  CONSTRAINT user_provisionings_in FOREIGN KEY (company_id) REFERENCES companies (id),
  CONSTRAINT user_provisionings_policy FOREIGN KEY (policy_set_id) REFERENCES policy_sets (id)`,
);
