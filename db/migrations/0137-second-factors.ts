/**
 * What a person proves himself with besides the password: an authenticator app (its secret sealed, its last used step
 * of time) or a passkey (its public key and signature counter). One without `confirmed_at` was never shown to work.
 */
import { AT, ID, table, word } from './table.ts';

export const secondFactors = table(
  'second_factors',
  `
  id ${ID} NOT NULL PRIMARY KEY,
  user_id ${ID} NOT NULL,
  kind ${word(10)} NOT NULL,
  name VARCHAR(100) NOT NULL,
  sealed_secret ${word(400)} NULL,
  last_step BIGINT NULL,
  credential_id ${word(1400)} NULL,
  credential_hash ${word(64)} NULL UNIQUE,
  public_key VARBINARY(2048) NULL,
  sign_count BIGINT NULL,
  created_at ${AT} NOT NULL,
  confirmed_at ${AT} NULL,
  last_used_at ${AT} NULL,
  KEY second_factors_of (user_id, confirmed_at),
  CONSTRAINT second_factors_user FOREIGN KEY (user_id) REFERENCES users (id),
  CONSTRAINT second_factors_kind CHECK (kind IN ('totp', 'passkey'))`,
);
