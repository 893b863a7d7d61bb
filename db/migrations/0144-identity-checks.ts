/** Checks of an identity document (WF-19, SE-03). `open_key` holds the registration while one is open: one at a time. */
import { AT, ID, table, word } from './table.ts';

export const identityChecks = table(
  'identity_checks',
  `
  id ${ID} NOT NULL PRIMARY KEY,
  brand_id ${ID} NOT NULL,
  registration_id ${ID} NOT NULL,
  policy_set_id ${ID} NOT NULL,
  version INT NOT NULL,
  created_at ${AT} NOT NULL,
  document_id ${ID} NULL,
  due_at ${AT} NOT NULL,
  destroying_since_at ${AT} NULL,
  result ${word(12)} NULL,
  result_at ${AT} NULL,
  decided_by ${ID} NULL,
  next_act_at ${AT} NULL,
  outcome ${word(12)} NULL,
  closed_at ${AT} NULL,
  open_key ${ID} NULL UNIQUE,
  KEY identity_checks_of (registration_id, id),
  KEY identity_checks_open (closed_at, next_act_at),
  CONSTRAINT identity_checks_brand FOREIGN KEY (brand_id) REFERENCES brands (id),
  CONSTRAINT identity_checks_registration FOREIGN KEY (registration_id) REFERENCES registrations (id),
  CONSTRAINT identity_checks_policy FOREIGN KEY (policy_set_id) REFERENCES policy_sets (id)`,
);
