/**
 * Links that work once. The token is derived from the id under a key of the vault, so that a mail tried again carries
 * the same one; its SHA-256 is written when it is first sent.
 */
import { AT, HASH, ID, table, word } from './table.ts';

export const oneTimeLinks = table(
  'one_time_links',
  `
  id ${ID} NOT NULL PRIMARY KEY,
  purpose ${word(20)} NOT NULL,
  life_id ${ID} NOT NULL,
  user_id ${ID} NULL,
  credential_version INT NULL,
  token_hash ${HASH} NULL UNIQUE,
  created_at ${AT} NOT NULL,
  ends_at ${AT} NOT NULL,
  used_at ${AT} NULL,
  killed_at ${AT} NULL,
  KEY one_time_links_life (life_id, purpose),
  KEY one_time_links_user (user_id, purpose),
  CONSTRAINT one_time_links_of FOREIGN KEY (user_id) REFERENCES users (id)`,
);
