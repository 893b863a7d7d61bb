/** Public holidays of a brand's country: no opening hours on these days (UM-25). */
import { ID, table } from './table.ts';

export const brandClosedDays = table(
  'brand_closed_days',
  `
  brand_id ${ID} NOT NULL,
  closed_on DATE NOT NULL,
  PRIMARY KEY (brand_id, closed_on),
  CONSTRAINT brand_closed_days_brand FOREIGN KEY (brand_id) REFERENCES brands (id)`,
);
