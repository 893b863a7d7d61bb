/** Who a company is: its enterprise number in the form of jsvat, once a brand, and where the register says it sits. */
import { AT, word } from './table.ts';
import { columns } from './alter.ts';

export const companiesIdentity = columns('companies', {
  version: 'INT NOT NULL DEFAULT 1',
  enterprise_number: `${word(20)} NULL`,
  street: 'VARCHAR(200) NULL',
  postal_code: 'VARCHAR(20) NULL',
  city: 'VARCHAR(100) NULL',
  country: `${word(2)} NULL`,
  created_at: `${AT} NULL`,
  /** Null: as the brand; else `on` or `off` (SE-04). */
  places: `${word(3)} NULL`,
});
