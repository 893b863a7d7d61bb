/** Browsers that are not asked again at other places (SE-05); only the SHA-256 of the cookie is kept. */
import { AT, HASH, ID, table } from './table.ts';

export const trustedBrowsers = table(
  'trusted_browsers',
  `
  id ${ID} NOT NULL PRIMARY KEY,
  user_id ${ID} NOT NULL,
  token_hash ${HASH} NOT NULL UNIQUE,
  label VARCHAR(200) NOT NULL,
  created_at ${AT} NOT NULL,
  last_used_at ${AT} NOT NULL,
  revoked_at ${AT} NULL,
  KEY trusted_browsers_of (user_id, revoked_at),
  CONSTRAINT trusted_browsers_user FOREIGN KEY (user_id) REFERENCES users (id)`,
);
