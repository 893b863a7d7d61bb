/** What became of each row of a batch's file: a code, or the reason why not. The same file again finds them here. */
import { ID, table, word } from './table.ts';

export const codeBatchRows = table(
  'code_batch_rows',
  `
  batch_id ${ID} NOT NULL,
  row_no INT NOT NULL,
  client_code VARCHAR(60) NOT NULL,
  reason ${word(60)} NULL,
  activation_code_id ${ID} NULL,
  PRIMARY KEY (batch_id, row_no),
  CONSTRAINT code_batch_rows_of FOREIGN KEY (batch_id) REFERENCES code_batches (id),
  CONSTRAINT code_batch_rows_code FOREIGN KEY (activation_code_id) REFERENCES activation_codes (id)`,
);
