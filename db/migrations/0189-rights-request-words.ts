/** What people wrote in a request for rights: why, questions, answers, reasons. In a workflow or an event it never is. */
import { AT, ID, table, word } from './table.ts';

export const rightsRequestWords = table(
  'rights_request_words',
  `
  request_id ${ID} NOT NULL,
  version INT NOT NULL,
  kind ${word(12)} NOT NULL,
  written_by ${ID} NOT NULL,
  is_staff TINYINT NOT NULL,
  written_at ${AT} NOT NULL,
  text VARCHAR(2000) NOT NULL,
  PRIMARY KEY (request_id, version),
  KEY rights_request_words_by (written_by),
  CONSTRAINT rights_request_words_of FOREIGN KEY (request_id) REFERENCES rights_requests (id)`,
);
