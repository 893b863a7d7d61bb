/** Log-ins; only the SHA-256 of the token is kept. */
import { AT, HASH, ID, table, word } from './table.ts';

export const sessions = table(
  'sessions',
  `
  id ${ID} NOT NULL PRIMARY KEY,
  token_hash ${HASH} NOT NULL UNIQUE,
  user_id ${ID} NOT NULL,
  kind ${word(10)} NOT NULL,
  created_at ${AT} NOT NULL,
  last_seen_at ${AT} NOT NULL,
  expires_at ${AT} NOT NULL,
  ended_at ${AT} NULL,
  KEY sessions_of_user (user_id, ended_at),
  CONSTRAINT sessions_user FOREIGN KEY (user_id) REFERENCES users (id),
  CONSTRAINT sessions_kind CHECK (kind IN ('cookie', 'bearer'))`,
);
