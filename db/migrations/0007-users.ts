/** A person; profile and rights belong to the membership. Several persons may share an e-mail address. */
import { AT, ID, table, word } from './table.ts';

export const users = table(
  'users',
  `
  id ${ID} NOT NULL PRIMARY KEY,
  username VARCHAR(120) NOT NULL UNIQUE,
  email VARCHAR(254) NOT NULL,
  password_hash VARCHAR(255) CHARACTER SET ascii COLLATE ascii_bin NULL,
  name VARCHAR(200) NOT NULL,
  language ${word(5)} NOT NULL,
  is_demo BOOLEAN NOT NULL DEFAULT FALSE,
  deactivated_at ${AT} NULL,
  KEY users_email (email)`,
);
