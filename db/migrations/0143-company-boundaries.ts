/** What a company may be granted at most, whole, as staff confirmed it (decided.md, Registration and Rights). */
import { AT, ID, table } from './table.ts';

export const companyBoundaries = table(
  'company_boundaries',
  `
  company_id ${ID} NOT NULL PRIMARY KEY,
  version INT NOT NULL,
  applications LONGTEXT NOT NULL,
  scope_values LONGTEXT NOT NULL,
  confirmed_by ${ID} NOT NULL,
  confirmed_at ${AT} NOT NULL,
  CONSTRAINT company_boundaries_of FOREIGN KEY (company_id) REFERENCES companies (id)`,
);
