/** Codes that stand in once for a lost factor; only their keyed hash is kept. */
import { AT, ID, table, word } from './table.ts';

export const recoveryCodes = table(
  'recovery_codes',
  `
  id ${ID} NOT NULL PRIMARY KEY,
  user_id ${ID} NOT NULL,
  code_hash ${word(43)} NOT NULL,
  created_at ${AT} NOT NULL,
  used_at ${AT} NULL,
  UNIQUE KEY recovery_codes_once (user_id, code_hash),
  CONSTRAINT recovery_codes_user FOREIGN KEY (user_id) REFERENCES users (id)`,
);
