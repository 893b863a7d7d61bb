/** Who sends invoices and credit notes through us: a company of the operator's, with prefixes and customers of its own (UP-04). */
import { AT, ID, table, word } from './table.ts';

export const issuers = table(
  'issuers',
  `
  id ${ID} NOT NULL PRIMARY KEY,
  brand_id ${ID} NOT NULL,
  issuer_key ${word(40)} NOT NULL UNIQUE,
  name VARCHAR(200) NOT NULL,
  contact_email VARCHAR(320) NULL,
  created_at ${AT} NOT NULL,
  version INT NOT NULL DEFAULT 1,
  CONSTRAINT issuers_brand FOREIGN KEY (brand_id) REFERENCES brands (id)`,
);
