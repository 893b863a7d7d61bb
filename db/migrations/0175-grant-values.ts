/** Scope values of a grant, by dimension. */
import { ID, table, word } from './table.ts';

export const grantValues = table(
  'grant_values',
  `
  grant_id ${ID} NOT NULL,
  dimension ${word(60)} NOT NULL,
  value ${word(100)} NOT NULL,
  PRIMARY KEY (grant_id, dimension, value),
  KEY grant_values_on (value, dimension),
  CONSTRAINT grant_values_of FOREIGN KEY (grant_id) REFERENCES grants (id)`,
);
