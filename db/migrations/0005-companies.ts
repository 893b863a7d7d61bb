/** A company is a tenant; its language serves recipients without a user. */
import { AT, ID, table, word } from './table.ts';

export const companies = table(
  'companies',
  `
  id ${ID} NOT NULL PRIMARY KEY,
  brand_id ${ID} NOT NULL,
  name VARCHAR(200) NOT NULL,
  language ${word(5)} NOT NULL,
  closed_at ${AT} NULL,
  CONSTRAINT companies_brand FOREIGN KEY (brand_id) REFERENCES brands (id)`,
);
