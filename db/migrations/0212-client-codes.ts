/** One customer of one issuer: prefix and customer number, as its documents name it (UP-04). */
import { AT, ID, table, word } from './table.ts';

export const clientCodes = table(
  'client_codes',
  `
  id ${ID} NOT NULL PRIMARY KEY,
  issuer_id ${ID} NOT NULL,
  code ${word(40)} NOT NULL,
  prefix ${word(8)} NOT NULL,
  customer_number ${word(32)} NOT NULL,
  company_name VARCHAR(200) NOT NULL,
  language ${word(5)} NOT NULL,
  email VARCHAR(320) NULL,
  street VARCHAR(200) NULL,
  postal_code VARCHAR(20) NULL,
  city VARCHAR(100) NULL,
  country ${word(2)} NULL,
  contract_started_on DATE NULL,
  created_at ${AT} NOT NULL,
  version INT NOT NULL DEFAULT 1,
  UNIQUE KEY client_codes_code (issuer_id, code),
  CONSTRAINT client_codes_prefix FOREIGN KEY (issuer_id, prefix) REFERENCES issuer_prefixes (issuer_id, prefix)`,
);
