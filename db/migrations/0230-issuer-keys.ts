/** The key of an issuer, wrapped by a master key, as text (SE-02): what it published is sealed under it. */
import { ID, table, word } from './table.ts';

export const issuerKeys = table(
  'issuer_keys',
  `
  issuer_id ${ID} NOT NULL PRIMARY KEY,
  wrapped_key ${word(512)} NOT NULL,
  CONSTRAINT issuer_keys_issuer FOREIGN KEY (issuer_id) REFERENCES issuers (id)`,
);
