/**
 * Registrations by web form (WF-01). `holder_hash` is the SHA-256 of the form key, which alone opens the case to its
 * applicant and makes one case of a form that is sent twice. What the applicant wrote is nowhere but here.
 */
import { AT, HASH, ID, table, word } from './table.ts';

export const registrations = table(
  'registrations',
  `
  id ${ID} NOT NULL PRIMARY KEY,
  brand_id ${ID} NOT NULL,
  form_id ${ID} NOT NULL,
  policy_set_id ${ID} NOT NULL,
  holder_hash ${HASH} NOT NULL UNIQUE,
  language ${word(5)} NOT NULL,
  answers LONGTEXT NOT NULL,
  email VARCHAR(254) NULL,
  enterprise_number ${word(20)} NULL,
  version INT NOT NULL,
  created_at ${AT} NOT NULL,
  waiting_since_at ${AT} NOT NULL,
  reminded_at ${AT} NULL,
  submitted_at ${AT} NULL,
  confirmed_at ${AT} NULL,
  confirmation_ends_at ${AT} NULL,
  returned_at ${AT} NULL,
  correction LONGTEXT NULL,
  review_since_at ${AT} NULL,
  review_due_at ${AT} NULL,
  review_rule VARCHAR(160) NULL,
  overdue_at ${AT} NULL,
  approved_at ${AT} NULL,
  company_id ${ID} NULL,
  user_id ${ID} NULL,
  decided_by ${ID} NULL,
  decision_note VARCHAR(2000) NULL,
  stage ${word(20)} NOT NULL,
  next_act_at ${AT} NULL,
  outcome ${word(12)} NULL,
  closed_at ${AT} NULL,
  KEY registrations_work (stage, review_due_at, id),
  KEY registrations_company (enterprise_number, brand_id),
  KEY registrations_user (user_id),
  KEY registrations_open (closed_at, next_act_at),
  CONSTRAINT registrations_brand FOREIGN KEY (brand_id) REFERENCES brands (id),
  CONSTRAINT registrations_form FOREIGN KEY (form_id) REFERENCES registration_forms (id),
  CONSTRAINT registrations_policy FOREIGN KEY (policy_set_id) REFERENCES policy_sets (id)`,
);
