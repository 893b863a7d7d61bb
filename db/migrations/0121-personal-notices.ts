/** A word to one person about his access, owed by a change that belongs to no other life: a life of its own sends it. */
import { AT, ID, table, word } from './table.ts';

export const personalNotices = table(
  'personal_notices',
  `
  id ${ID} NOT NULL PRIMARY KEY,
  brand_id ${ID} NOT NULL,
  user_id ${ID} NOT NULL,
  kind ${word(40)} NOT NULL,
  email VARCHAR(254) NULL,
  facts LONGTEXT NOT NULL,
  owed_at ${AT} NOT NULL,
  closed_at ${AT} NULL,
  KEY personal_notices_open (closed_at, id),
  KEY personal_notices_of (user_id),
  KEY personal_notices_brand (brand_id),
  CONSTRAINT personal_notices_to FOREIGN KEY (user_id) REFERENCES users (id),
  CONSTRAINT personal_notices_under FOREIGN KEY (brand_id) REFERENCES brands (id)`,
);
