/**
 * Somebody lost his password (WF-03). One row an asking, also when nobody is found: known and unknown cost the same.
 * `identifier` is what a stranger typed; it goes as soon as it has been looked up.
 */
import { AT, ID, table, word } from './table.ts';

export const credentialRecoveries = table(
  'credential_recoveries',
  `
  id ${ID} NOT NULL PRIMARY KEY,
  source ${word(15)} NOT NULL,
  identifier VARCHAR(254) NULL,
  company_id ${ID} NULL,
  brand_id ${ID} NULL,
  policy_set_id ${ID} NULL,
  link_id ${ID} NULL,
  version INT NOT NULL,
  asked_at ${AT} NOT NULL,
  ends_at ${AT} NULL,
  ends_rule VARCHAR(120) NULL,
  next_act_at ${AT} NULL,
  outcome ${word(25)} NULL,
  closed_at ${AT} NULL,
  KEY credential_recoveries_open (closed_at, id),
  KEY credential_recoveries_company (company_id),
  KEY credential_recoveries_brand (brand_id),
  KEY credential_recoveries_policy (policy_set_id),
  CONSTRAINT credential_recoveries_in FOREIGN KEY (company_id) REFERENCES companies (id),
  CONSTRAINT credential_recoveries_under FOREIGN KEY (brand_id) REFERENCES brands (id),
  CONSTRAINT credential_recoveries_by FOREIGN KEY (policy_set_id) REFERENCES policy_sets (id),
  CONSTRAINT credential_recoveries_source CHECK (source IN ('person', 'administrator', 'staff'))`,
);
