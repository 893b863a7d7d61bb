/** A new mail address of a person waits for its confirmation; the one before is told (check 47). */
import { AT, ID, table, word } from './table.ts';

export const emailChanges = table(
  'email_changes',
  `
  id ${ID} NOT NULL PRIMARY KEY,
  user_id ${ID} NOT NULL,
  brand_id ${ID} NOT NULL,
  policy_set_id ${ID} NOT NULL,
  old_email VARCHAR(254) NOT NULL,
  new_email VARCHAR(254) NOT NULL,
  link_id ${ID} NULL,
  version INT NOT NULL,
  asked_at ${AT} NOT NULL,
  ends_at ${AT} NOT NULL,
  ends_rule VARCHAR(120) NOT NULL,
  next_act_at ${AT} NULL,
  outcome ${word(12)} NULL,
  closed_at ${AT} NULL,
  KEY email_changes_open (closed_at, id),
  KEY email_changes_of (user_id, asked_at),
  KEY email_changes_brand (brand_id),
  KEY email_changes_policy (policy_set_id),
  CONSTRAINT email_changes_user FOREIGN KEY (user_id) REFERENCES users (id),
  CONSTRAINT email_changes_under FOREIGN KEY (brand_id) REFERENCES brands (id),
  CONSTRAINT email_changes_by FOREIGN KEY (policy_set_id) REFERENCES policy_sets (id)`,
);
