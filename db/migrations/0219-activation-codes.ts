/**
 * Printed codes that bind a client code to a recipient account (WF-30). `code_hash` is the keyed hash of the code, by which
 * alone it is found; `live_key` holds the client code while a code lives: one at most (decided.md, Lives and ids).
 */
import { AT, ID, table, word } from './table.ts';

export const activationCodes = table(
  'activation_codes',
  `
  id ${ID} NOT NULL PRIMARY KEY,
  brand_id ${ID} NOT NULL,
  issuer_id ${ID} NOT NULL,
  client_code_id ${ID} NOT NULL,
  batch_id ${ID} NOT NULL,
  policy_set_id ${ID} NOT NULL,
  code_hash ${word(43)} NOT NULL UNIQUE,
  sealed_code ${word(160)} NULL,
  version INT NOT NULL,
  created_at ${AT} NOT NULL,
  announced_on DATE NULL,
  ends_at ${AT} NULL,
  ends_rule VARCHAR(120) NULL,
  reminders INT NOT NULL,
  account_id ${ID} NULL,
  used_at ${AT} NULL,
  stage ${word(12)} NOT NULL,
  next_act_at ${AT} NULL,
  outcome ${word(12)} NULL,
  closed_at ${AT} NULL,
  live_key ${ID} NULL UNIQUE,
  KEY activation_codes_of (client_code_id, created_at),
  KEY activation_codes_list (issuer_id, stage, id),
  KEY activation_codes_batch (batch_id, id),
  KEY activation_codes_open (closed_at, next_act_at),
  CONSTRAINT activation_codes_brand FOREIGN KEY (brand_id) REFERENCES brands (id),
  CONSTRAINT activation_codes_issuer FOREIGN KEY (issuer_id) REFERENCES issuers (id),
  CONSTRAINT activation_codes_client FOREIGN KEY (client_code_id) REFERENCES client_codes (id),
  CONSTRAINT activation_codes_batch_of FOREIGN KEY (batch_id) REFERENCES code_batches (id),
  CONSTRAINT activation_codes_account FOREIGN KEY (account_id) REFERENCES recipient_accounts (id),
  CONSTRAINT activation_codes_policy FOREIGN KEY (policy_set_id) REFERENCES policy_sets (id)`,
);
