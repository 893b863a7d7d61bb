/** The site's work list. `open_key` holds the mail item while the task is open: at most one at a time. */
import { AT, ID, table, word } from './table.ts';

export const siteTasks = table(
  'site_tasks',
  `
  id ${ID} NOT NULL PRIMARY KEY,
  mail_item_id ${ID} NOT NULL,
  site_id ${ID} NOT NULL,
  kind ${word(20)} NOT NULL,
  due_on DATE NOT NULL,
  state ${word(10)} NOT NULL,
  open_key ${ID} NULL UNIQUE,
  address LONGTEXT NULL,
  created_at ${AT} NOT NULL,
  begun_at ${AT} NULL,
  happened_at ${AT} NULL,
  closed_at ${AT} NULL,
  carrier VARCHAR(80) NULL,
  tracking VARCHAR(80) NULL,
  postage_cents BIGINT NULL,
  collected_by VARCHAR(200) NULL,
  destroyed_how VARCHAR(200) NULL,
  failure_reason ${word(30)} NULL,
  note VARCHAR(500) NULL,
  KEY site_tasks_list (site_id, open_key, due_on, id),
  KEY site_tasks_item (mail_item_id, id),
  CONSTRAINT site_tasks_of FOREIGN KEY (mail_item_id) REFERENCES mail_items (id),
  CONSTRAINT site_tasks_site FOREIGN KEY (site_id) REFERENCES sites (id)`,
);
