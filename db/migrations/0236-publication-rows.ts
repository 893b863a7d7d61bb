/** What became of each document of a run, by its name in the delivery: what is sent again is known by it (WF-33). */
import { AT, ID, table, word } from './table.ts';

export const publicationRows = table(
  'publication_rows',
  `
  run_id ${ID} NOT NULL,
  name VARCHAR(200) COLLATE utf8mb4_bin NOT NULL,
  outcome ${word(12)} NOT NULL,
  reason ${word(60)} NULL,
  details LONGTEXT NULL,
  document_id ${ID} NULL,
  number VARCHAR(60) COLLATE utf8mb4_bin NULL,
  reported_at ${AT} NOT NULL,
  PRIMARY KEY (run_id, name),
  KEY publication_rows_outcome (run_id, outcome, name),
  CONSTRAINT publication_rows_run FOREIGN KEY (run_id) REFERENCES publication_runs (id)`,
);
