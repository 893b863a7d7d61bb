/** The key of a company, wrapped by a master key, as text (SE-02). Destroying the row destroys what it sealed. */
import { ID, table, word } from './table.ts';

export const companyKeys = table(
  'company_keys',
  `
  company_id ${ID} NOT NULL PRIMARY KEY,
  wrapped_key ${word(512)} NOT NULL,
  CONSTRAINT company_keys_company FOREIGN KEY (company_id) REFERENCES companies (id)`,
);
