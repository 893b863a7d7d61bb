/** Who has read which item: unread is per user. */
import { AT, ID, table } from './table.ts';

export const itemReads = table(
  'item_reads',
  `
  user_id ${ID} NOT NULL,
  mail_item_id ${ID} NOT NULL,
  read_at ${AT} NOT NULL,
  PRIMARY KEY (user_id, mail_item_id),
  CONSTRAINT item_reads_user FOREIGN KEY (user_id) REFERENCES users (id),
  CONSTRAINT item_reads_item FOREIGN KEY (mail_item_id) REFERENCES mail_items (id)`,
);
