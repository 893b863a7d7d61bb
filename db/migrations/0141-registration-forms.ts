/** Web forms of a brand (UM-03, CS-06), as data. A form that is in use is never changed: a new one replaces it. */
import { AT, ID, table, word } from './table.ts';

export const registrationForms = table(
  'registration_forms',
  `
  id ${ID} NOT NULL PRIMARY KEY,
  brand_id ${ID} NOT NULL,
  form_key ${word(60)} NOT NULL UNIQUE,
  definition LONGTEXT NOT NULL,
  closed_at ${AT} NULL,
  KEY registration_forms_brand (brand_id, form_key),
  CONSTRAINT registration_forms_brand FOREIGN KEY (brand_id) REFERENCES brands (id)`,
);
