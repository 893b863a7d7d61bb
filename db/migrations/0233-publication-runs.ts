/** Deliveries of many documents (WF-33): one for each reference of an issuer, open until it is completed or stays silent. */
import { AT, ID, table, word } from './table.ts';

export const publicationRuns = table(
  'publication_runs',
  `
  id ${ID} NOT NULL PRIMARY KEY,
  brand_id ${ID} NOT NULL,
  issuer_id ${ID} NOT NULL,
  reference VARCHAR(120) COLLATE utf8mb4_bin NOT NULL,
  policy_set_id ${ID} NOT NULL,
  version INT NOT NULL,
  opened_at ${AT} NOT NULL,
  delivered_at ${AT} NOT NULL,
  ends_rule VARCHAR(120) NOT NULL,
  next_act_at ${AT} NULL,
  outcome ${word(12)} NULL,
  closed_at ${AT} NULL,
  UNIQUE KEY publication_runs_reference (issuer_id, reference),
  KEY publication_runs_open (closed_at, next_act_at),
  CONSTRAINT publication_runs_issuer FOREIGN KEY (issuer_id) REFERENCES issuers (id),
  CONSTRAINT publication_runs_policy FOREIGN KEY (policy_set_id) REFERENCES policy_sets (id)`,
);
