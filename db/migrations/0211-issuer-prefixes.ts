/** What the client codes of an issuer begin with, and for which part of it: data of the issuer, never of the program (UP-04). */
import { ID, table, word } from './table.ts';

export const issuerPrefixes = table(
  'issuer_prefixes',
  `
  issuer_id ${ID} NOT NULL,
  prefix ${word(8)} NOT NULL,
  name VARCHAR(200) NOT NULL,
  PRIMARY KEY (issuer_id, prefix),
  CONSTRAINT issuer_prefixes_of FOREIGN KEY (issuer_id) REFERENCES issuers (id)`,
);
