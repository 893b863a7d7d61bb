/** What a member may do with one postbox: read, decide or settings. Administrators need no row. */
import { ID, table, word } from './table.ts';

export const postboxGrants = table(
  'postbox_grants',
  `
  membership_id ${ID} NOT NULL,
  postbox_id ${ID} NOT NULL,
  action ${word(20)} NOT NULL,
  PRIMARY KEY (membership_id, postbox_id, action),
  KEY postbox_grants_box (postbox_id, action),
  CONSTRAINT postbox_grants_member FOREIGN KEY (membership_id) REFERENCES memberships (id),
  CONSTRAINT postbox_grants_on FOREIGN KEY (postbox_id) REFERENCES postboxes (id)`,
);
