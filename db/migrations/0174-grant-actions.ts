/** Actions of a grant: each of them on every combination of its values. */
import { ID, table, word } from './table.ts';

export const grantActions = table(
  'grant_actions',
  `
  grant_id ${ID} NOT NULL,
  action ${word(60)} NOT NULL,
  PRIMARY KEY (grant_id, action),
  CONSTRAINT grant_actions_of FOREIGN KEY (grant_id) REFERENCES grants (id)`,
);
