/** What a document goes through that is not simply there: quarantine, embargo, recall (WF-33). One open case a document. */
import { AT, ID, table, word } from './table.ts';

export const documentCases = table(
  'document_cases',
  `
  id ${ID} NOT NULL PRIMARY KEY,
  brand_id ${ID} NOT NULL,
  issuer_id ${ID} NOT NULL,
  document_id ${ID} NOT NULL,
  policy_set_id ${ID} NOT NULL,
  version INT NOT NULL,
  opened_at ${AT} NOT NULL,
  needs_client TINYINT NOT NULL,
  visible_from_at ${AT} NULL,
  recalled_outcome ${word(12)} NULL,
  recalled_at ${AT} NULL,
  reject_reason ${word(20)} NULL,
  next_act_at ${AT} NULL,
  outcome ${word(12)} NULL,
  closed_at ${AT} NULL,
  open_key ${ID} NULL UNIQUE,
  KEY document_cases_open (closed_at, next_act_at),
  KEY document_cases_quarantine (closed_at, needs_client, id),
  KEY document_cases_of (document_id, id),
  CONSTRAINT document_cases_document FOREIGN KEY (document_id) REFERENCES issued_documents (id),
  CONSTRAINT document_cases_policy FOREIGN KEY (policy_set_id) REFERENCES policy_sets (id)`,
);
