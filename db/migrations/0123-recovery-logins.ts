/** The logins that an asking is about, each with its way back; `followed_at` once a reset was begun or done for it. */
import { AT, ID, table, word } from './table.ts';

export const recoveryLogins = table(
  'recovery_logins',
  `
  recovery_id ${ID} NOT NULL,
  user_id ${ID} NOT NULL,
  way ${word(15)} NOT NULL,
  credential_version INT NOT NULL,
  followed_at ${AT} NULL,
  PRIMARY KEY (recovery_id, user_id),
  KEY recovery_logins_of (user_id, recovery_id),
  KEY recovery_logins_waiting (way, followed_at),
  CONSTRAINT recovery_logins_in FOREIGN KEY (recovery_id) REFERENCES credential_recoveries (id),
  CONSTRAINT recovery_logins_user FOREIGN KEY (user_id) REFERENCES users (id),
  CONSTRAINT recovery_logins_way CHECK (way IN ('self', 'administrator', 'staff'))`,
);
