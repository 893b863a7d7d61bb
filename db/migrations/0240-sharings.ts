/**
 * Somebody to whom a main contact shows what his account receives, number by number (WF-35; IP-07, IP-08, UP-08). The life is
 * the invitation; from its acceptance on, what is shared are plain facts (`shared_numbers`) until it is revoked. `open_key`
 * holds account and address until then: one sharing each.
 */
import { AT, ID, table, word } from './table.ts';

export const sharings = table(
  'sharings',
  `
  id ${ID} NOT NULL PRIMARY KEY,
  brand_id ${ID} NOT NULL,
  account_id ${ID} NOT NULL,
  policy_set_id ${ID} NOT NULL,
  invited_by_id ${ID} NOT NULL,
  user_id ${ID} NULL,
  name VARCHAR(200) NOT NULL,
  email VARCHAR(254) NOT NULL,
  language ${word(2)} NOT NULL,
  link_id ${ID} NULL,
  version INT NOT NULL,
  invited_at ${AT} NOT NULL,
  ends_at ${AT} NOT NULL,
  next_act_at ${AT} NULL,
  accepted_at ${AT} NULL,
  revoked_at ${AT} NULL,
  outcome ${word(16)} NULL,
  closed_at ${AT} NULL,
  open_key VARCHAR(120) NULL UNIQUE,
  KEY sharings_open (closed_at, next_act_at),
  KEY sharings_in (account_id, revoked_at),
  KEY sharings_with (user_id, revoked_at),
  CONSTRAINT sharings_brand FOREIGN KEY (brand_id) REFERENCES brands (id),
  CONSTRAINT sharings_account FOREIGN KEY (account_id) REFERENCES recipient_accounts (id),
  CONSTRAINT sharings_policy FOREIGN KEY (policy_set_id) REFERENCES policy_sets (id)`,
);
