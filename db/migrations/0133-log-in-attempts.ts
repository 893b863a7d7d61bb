/**
 * Log-ins that one request did not finish: they wait for a mail to be answered or for a second factor. The holder of
 * the secret (its SHA-256 is here) goes on with it. Without a user the password was wrong, which nobody is told.
 */
import { AT, HASH, ID, table, word } from './table.ts';

export const logInAttempts = table(
  'log_in_attempts',
  `
  id ${ID} NOT NULL PRIMARY KEY,
  secret_hash ${HASH} NOT NULL UNIQUE,
  user_id ${ID} NULL,
  credential_version INT NULL,
  session_kind ${word(10)} NOT NULL,
  address ${word(45)} NOT NULL,
  next_step ${word(10)} NOT NULL,
  tries INT NOT NULL DEFAULT 0,
  created_at ${AT} NOT NULL,
  ends_at ${AT} NOT NULL,
  used_at ${AT} NULL,
  KEY log_in_attempts_age (created_at),
  CONSTRAINT log_in_attempts_of FOREIGN KEY (user_id) REFERENCES users (id),
  CONSTRAINT log_in_attempts_step CHECK (next_step IN ('mail', 'factor'))`,
);
