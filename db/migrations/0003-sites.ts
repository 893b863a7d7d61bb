/** A scanning site; its zone and calendar rule cut-offs and working days. Weekdays: "1,2,3,4,5", Monday is 1. */
import { ID, table, word } from './table.ts';

export const sites = table(
  'sites',
  `
  id ${ID} NOT NULL PRIMARY KEY,
  brand_id ${ID} NOT NULL,
  site_key ${word(40)} NOT NULL UNIQUE,
  name VARCHAR(120) NOT NULL,
  country ${word(2)} NOT NULL,
  zone ${word(64)} NOT NULL,
  cut_off CHAR(5) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  working_weekdays ${word(13)} NOT NULL,
  CONSTRAINT sites_brand FOREIGN KEY (brand_id) REFERENCES brands (id)`,
);
