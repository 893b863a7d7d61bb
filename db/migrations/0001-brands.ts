/** A brand: country, zone of its deadlines, language of last resort. */
import { ID, table, word } from './table.ts';

export const brands = table(
  'brands',
  `
  id ${ID} NOT NULL PRIMARY KEY,
  brand_key ${word(40)} NOT NULL UNIQUE,
  name VARCHAR(120) NOT NULL,
  country ${word(2)} NOT NULL,
  zone ${word(64)} NOT NULL,
  default_language ${word(5)} NOT NULL`,
);
