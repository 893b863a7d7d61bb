/**
 * Activation codes made from one file of an issuer (WF-30). `wrapped_key` opens them until the letters are printed or its
 * days are over; then it is gone, and with it every code in the clear.
 */
import { AT, HASH, ID, table, word } from './table.ts';

export const codeBatches = table(
  'code_batches',
  `
  id ${ID} NOT NULL PRIMARY KEY,
  brand_id ${ID} NOT NULL,
  issuer_id ${ID} NOT NULL,
  policy_set_id ${ID} NOT NULL,
  reference ${word(60)} NOT NULL,
  file_hash ${HASH} NOT NULL,
  wrapped_key ${word(512)} NULL,
  version INT NOT NULL,
  created_at ${AT} NOT NULL,
  filled_at ${AT} NULL,
  key_ends_at ${AT} NOT NULL,
  key_rule VARCHAR(120) NOT NULL,
  next_act_at ${AT} NULL,
  outcome ${word(12)} NULL,
  closed_at ${AT} NULL,
  UNIQUE KEY code_batches_reference (issuer_id, reference),
  KEY code_batches_open (closed_at, next_act_at),
  CONSTRAINT code_batches_brand FOREIGN KEY (brand_id) REFERENCES brands (id),
  CONSTRAINT code_batches_of FOREIGN KEY (issuer_id) REFERENCES issuers (id),
  CONSTRAINT code_batches_policy FOREIGN KEY (policy_set_id) REFERENCES policy_sets (id)`,
);
