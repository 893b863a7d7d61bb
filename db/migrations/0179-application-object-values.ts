/** What an object is about: one value in each dimension of its application. */
import { ID, table, word } from './table.ts';

export const applicationObjectValues = table(
  'application_object_values',
  `
  object_id ${ID} NOT NULL,
  dimension ${word(60)} NOT NULL,
  value ${word(100)} NOT NULL,
  PRIMARY KEY (object_id, dimension),
  KEY application_object_values_on (value, dimension),
  CONSTRAINT application_object_values_of FOREIGN KEY (object_id) REFERENCES application_objects (id)`,
);
