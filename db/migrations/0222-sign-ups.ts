/**
 * From a code to an account (WF-31): what was said in the first phases, until the mailed link is used. `hold_key` holds the
 * activation code while a sign-up is open: one at a time, and beginning again takes it over.
 */
import { AT, HASH, ID, table, word } from './table.ts';

export const signUps = table(
  'sign_ups',
  `
  id ${ID} NOT NULL PRIMARY KEY,
  brand_id ${ID} NOT NULL,
  activation_code_id ${ID} NOT NULL,
  policy_set_id ${ID} NOT NULL,
  holder_hash ${HASH} NOT NULL,
  kind ${word(3)} NOT NULL,
  username VARCHAR(254) NOT NULL,
  enterprise_number ${word(20)} NULL,
  identification VARCHAR(64) NULL,
  company_name VARCHAR(200) NOT NULL,
  email VARCHAR(254) NOT NULL,
  language ${word(5)} NOT NULL,
  client_address ${word(64)} NOT NULL,
  link_id ${ID} NULL,
  account_id ${ID} NULL,
  version INT NOT NULL,
  begun_at ${AT} NOT NULL,
  ends_at ${AT} NOT NULL,
  ends_rule VARCHAR(120) NOT NULL,
  next_act_at ${AT} NULL,
  outcome ${word(12)} NULL,
  closed_at ${AT} NULL,
  hold_key ${ID} NULL UNIQUE,
  KEY sign_ups_open (closed_at, next_act_at),
  CONSTRAINT sign_ups_brand FOREIGN KEY (brand_id) REFERENCES brands (id),
  CONSTRAINT sign_ups_code FOREIGN KEY (activation_code_id) REFERENCES activation_codes (id),
  CONSTRAINT sign_ups_account FOREIGN KEY (account_id) REFERENCES recipient_accounts (id),
  CONSTRAINT sign_ups_policy FOREIGN KEY (policy_set_id) REFERENCES policy_sets (id),
  CONSTRAINT sign_ups_kind CHECK (kind IN ('b2b', 'b2c'))`,
);
