/** How often somebody wants to hear of new documents (UP-13); without a row the policy of the brand says it. */
import { AT, ID, table, word } from './table.ts';

export const documentFrequencies = table(
  'document_frequencies',
  `
  user_id ${ID} NOT NULL PRIMARY KEY,
  frequency ${word(8)} NOT NULL,
  changed_at ${AT} NOT NULL,
  CONSTRAINT document_frequencies_of FOREIGN KEY (user_id) REFERENCES users (id),
  CONSTRAINT document_frequencies_kind CHECK (frequency IN ('at-once', 'daily', 'weekly'))`,
);
