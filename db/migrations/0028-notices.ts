/** Mails owed: written with the change that owes them, marked when the life has told. The key says which mail it is. */
import { AT, ID, table, word } from './table.ts';

export const notices = table(
  'notices',
  `
  notice_key ${word(160)} NOT NULL PRIMARY KEY,
  mail_item_id ${ID} NOT NULL,
  kind ${word(40)} NOT NULL,
  owed_at ${AT} NOT NULL,
  told_at ${AT} NULL,
  KEY notices_item (mail_item_id, kind),
  CONSTRAINT notices_of FOREIGN KEY (mail_item_id) REFERENCES mail_items (id)`,
);
