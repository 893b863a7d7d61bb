/** What a merge moved, ended or made, thing by thing: that and nothing else goes back when it is undone (WF-37). */
import { ID, table, word } from './table.ts';

export const mergedThings = table(
  'merged_things',
  `
  merge_id ${ID} NOT NULL,
  kind ${word(16)} NOT NULL,
  thing_id ${ID} NOT NULL,
  detail ${word(36)} NOT NULL,
  PRIMARY KEY (merge_id, kind, thing_id, detail),
  CONSTRAINT merged_things_merge FOREIGN KEY (merge_id) REFERENCES account_merges (id)`,
);
