/** Tokens with which a scanning site calls; only their SHA-256 is kept. */
import { AT, HASH, ID, table } from './table.ts';

export const serviceTokens = table(
  'service_tokens',
  `
  id ${ID} NOT NULL PRIMARY KEY,
  site_id ${ID} NOT NULL,
  name VARCHAR(120) NOT NULL,
  token_hash ${HASH} NOT NULL UNIQUE,
  created_at ${AT} NOT NULL,
  revoked_at ${AT} NULL,
  CONSTRAINT service_tokens_site FOREIGN KEY (site_id) REFERENCES sites (id)`,
);
