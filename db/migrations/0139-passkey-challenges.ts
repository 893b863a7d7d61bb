/** Challenges given to a passkey: each is answered once, by whom it was given to, within minutes. */
import { AT, HASH, ID, table, word } from './table.ts';

export const passkeyChallenges = table(
  'passkey_challenges',
  `
  challenge_hash ${HASH} NOT NULL PRIMARY KEY,
  purpose ${word(12)} NOT NULL,
  given_to ${ID} NOT NULL,
  ends_at ${AT} NOT NULL,
  used_at ${AT} NULL,
  KEY passkey_challenges_age (ends_at)`,
);
