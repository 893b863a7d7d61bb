/** Days on which a site is closed besides its free weekdays. */
import { ID, table } from './table.ts';

export const siteClosedDays = table(
  'site_closed_days',
  `
  site_id ${ID} NOT NULL,
  closed_on DATE NOT NULL,
  PRIMARY KEY (site_id, closed_on),
  CONSTRAINT site_closed_days_site FOREIGN KEY (site_id) REFERENCES sites (id)`,
);
