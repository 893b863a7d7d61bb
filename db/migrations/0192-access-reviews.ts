/**
 * Yearly reviews of what a company's people and routers hold (WF-43). `open_key` holds the company while grants can be
 * answered: at most one at a time; and one for each day on which a year was over, however often the schedule fires.
 */
import { AT, ID, table, word } from './table.ts';

export const accessReviews = table(
  'access_reviews',
  `
  id ${ID} NOT NULL PRIMARY KEY,
  brand_id ${ID} NOT NULL,
  company_id ${ID} NOT NULL,
  policy_set_id ${ID} NOT NULL,
  version INT NOT NULL,
  first_on DATE NOT NULL,
  due_on DATE NOT NULL,
  opened_at ${AT} NOT NULL,
  ends_at ${AT} NOT NULL,
  ends_rule VARCHAR(120) NOT NULL,
  reminded_at ${AT} NULL,
  decided_outcome ${word(12)} NULL,
  decided_at ${AT} NULL,
  regrant_ends_at ${AT} NULL,
  next_act_at ${AT} NULL,
  outcome ${word(12)} NULL,
  closed_at ${AT} NULL,
  open_key ${ID} NULL UNIQUE,
  UNIQUE KEY access_reviews_once (company_id, due_on),
  KEY access_reviews_open (closed_at, next_act_at),
  KEY access_reviews_decided (decided_outcome, decided_at, id),
  CONSTRAINT access_reviews_of FOREIGN KEY (company_id) REFERENCES companies (id),
  CONSTRAINT access_reviews_policy FOREIGN KEY (policy_set_id) REFERENCES policy_sets (id)`,
);
