/**
 * Rights that somebody asked for (WF-05). `asked`, `open_rights` and `beyond` are blocks as JSON: what was asked for, what of
 * it is not answered yet, and what the company could not hold when it was asked for. `open_key` is the hash of who asks for
 * what: the same again is the same case.
 */
import { AT, HASH, ID, table, word } from './table.ts';

export const rightsRequests = table(
  'rights_requests',
  `
  id ${ID} NOT NULL PRIMARY KEY,
  brand_id ${ID} NOT NULL,
  company_id ${ID} NOT NULL,
  user_id ${ID} NOT NULL,
  account_id ${ID} NOT NULL,
  application ${word(60)} NOT NULL,
  profile ${word(60)} NULL,
  asked LONGTEXT NOT NULL,
  open_rights LONGTEXT NOT NULL,
  beyond LONGTEXT NOT NULL,
  is_administrators TINYINT NOT NULL,
  policy_set_id ${ID} NOT NULL,
  version INT NOT NULL,
  asked_at ${AT} NOT NULL,
  desk ${word(10)} NOT NULL,
  since_at ${AT} NOT NULL,
  due_at ${AT} NOT NULL,
  due_rule VARCHAR(160) NOT NULL,
  overdue_at ${AT} NULL,
  question_at ${AT} NULL,
  reminded_at ${AT} NULL,
  widened_at ${AT} NULL,
  grantor_id ${ID} NULL,
  has_given TINYINT NOT NULL DEFAULT 0,
  has_refused TINYINT NOT NULL DEFAULT 0,
  cells VARCHAR(2000) NULL,
  stage ${word(20)} NOT NULL,
  next_act_at ${AT} NULL,
  outcome ${word(12)} NULL,
  closed_at ${AT} NULL,
  open_key ${HASH} NULL UNIQUE,
  KEY rights_requests_work (desk, closed_at, due_at, id),
  KEY rights_requests_company (company_id, id),
  KEY rights_requests_user (user_id, id),
  KEY rights_requests_open (closed_at, next_act_at),
  CONSTRAINT rights_requests_of FOREIGN KEY (company_id) REFERENCES companies (id),
  CONSTRAINT rights_requests_by FOREIGN KEY (user_id) REFERENCES users (id),
  CONSTRAINT rights_requests_on FOREIGN KEY (account_id) REFERENCES accounts (id),
  CONSTRAINT rights_requests_policy FOREIGN KEY (policy_set_id) REFERENCES policy_sets (id)`,
);
