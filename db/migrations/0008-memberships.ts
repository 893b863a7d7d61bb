/** A person in a company: profile, and whether active there. */
import { AT, ID, table, word } from './table.ts';

export const memberships = table(
  'memberships',
  `
  id ${ID} NOT NULL PRIMARY KEY,
  user_id ${ID} NOT NULL,
  company_id ${ID} NOT NULL,
  profile ${word(40)} NOT NULL,
  deactivated_at ${AT} NULL,
  UNIQUE KEY memberships_person (user_id, company_id),
  KEY memberships_company (company_id),
  CONSTRAINT memberships_user FOREIGN KEY (user_id) REFERENCES users (id),
  CONSTRAINT memberships_in FOREIGN KEY (company_id) REFERENCES companies (id)`,
);
