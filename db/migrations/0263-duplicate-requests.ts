/**
 * Duplicates that customers ask for (WF-38; IP-01). `open_key` holds person, client code and number until it is over: one request
 * each. The blob is what an issuer delivered for it; of a document that is stored no second copy is kept.
 */
import { AT, ID, table, word } from './table.ts';

export const duplicateRequests = table(
  'duplicate_requests',
  `
  id ${ID} NOT NULL PRIMARY KEY,
  brand_id ${ID} NOT NULL,
  issuer_id ${ID} NOT NULL,
  policy_set_id ${ID} NOT NULL,
  client_code_id ${ID} NOT NULL,
  number VARCHAR(60) COLLATE utf8mb4_bin NOT NULL,
  document_id ${ID} NULL,
  asked_by_id ${ID} NOT NULL,
  language ${word(2)} NOT NULL,
  version INT NOT NULL,
  opened_at ${AT} NOT NULL,
  due_at ${AT} NULL,
  due_rule VARCHAR(120) NULL,
  overdue_at ${AT} NULL,
  blob_id ${ID} NULL,
  delivered_at ${AT} NULL,
  copy_ends_at ${AT} NULL,
  refused ${word(16)} NULL,
  next_act_at ${AT} NULL,
  outcome ${word(12)} NULL,
  closed_at ${AT} NULL,
  open_key VARCHAR(140) COLLATE utf8mb4_bin NULL UNIQUE,
  KEY duplicate_requests_open (closed_at, next_act_at),
  KEY duplicate_requests_issuer (issuer_id, closed_at, id),
  KEY duplicate_requests_of (asked_by_id, id),
  CONSTRAINT duplicate_requests_issuer FOREIGN KEY (issuer_id) REFERENCES issuers (id),
  CONSTRAINT duplicate_requests_client FOREIGN KEY (client_code_id) REFERENCES client_codes (id),
  CONSTRAINT duplicate_requests_policy FOREIGN KEY (policy_set_id) REFERENCES policy_sets (id)`,
);
