/**
 * A client code that is received electronically in one account, from its consent to its opt-out (WF-32). What comes again
 * after an opt-out is a new row; `active_key` holds the client code while it is received: in one account at most (UP-09).
 */
import { AT, ID, table, word } from './table.ts';

export const receptions = table(
  'receptions',
  `
  id ${ID} NOT NULL PRIMARY KEY,
  brand_id ${ID} NOT NULL,
  client_code_id ${ID} NOT NULL,
  account_id ${ID} NOT NULL,
  activation_code_id ${ID} NULL,
  policy_set_id ${ID} NOT NULL,
  version INT NOT NULL,
  consented_at ${AT} NOT NULL,
  consent_text ${word(40)} NOT NULL,
  consent_address ${word(64)} NULL,
  asked_at ${AT} NULL,
  answer_ends_at ${AT} NULL,
  answer_rule VARCHAR(120) NULL,
  ended_at ${AT} NULL,
  next_act_at ${AT} NULL,
  outcome ${word(16)} NULL,
  closed_at ${AT} NULL,
  active_key ${ID} NULL UNIQUE,
  KEY receptions_open (closed_at, next_act_at),
  KEY receptions_in (account_id, client_code_id),
  KEY receptions_of (client_code_id, consented_at),
  CONSTRAINT receptions_brand FOREIGN KEY (brand_id) REFERENCES brands (id),
  CONSTRAINT receptions_client FOREIGN KEY (client_code_id) REFERENCES client_codes (id),
  CONSTRAINT receptions_account FOREIGN KEY (account_id) REFERENCES recipient_accounts (id),
  CONSTRAINT receptions_policy FOREIGN KEY (policy_set_id) REFERENCES policy_sets (id)`,
);
