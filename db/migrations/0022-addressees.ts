/** The names under which a postbox receives mail (PP-03); a removed one stays for the items that bear it. */
import { AT, ID, table } from './table.ts';

export const addressees = table(
  'addressees',
  `
  id ${ID} NOT NULL PRIMARY KEY,
  postbox_id ${ID} NOT NULL,
  name VARCHAR(200) NOT NULL,
  added_at ${AT} NOT NULL,
  removed_at ${AT} NULL,
  KEY addressees_box (postbox_id, removed_at),
  CONSTRAINT addressees_of FOREIGN KEY (postbox_id) REFERENCES postboxes (id)`,
);
