/** The last day, in the zone of the brand, on which a member was let through by an application: written once a day. */
import { ID, table, word } from './table.ts';

export const applicationUses = table(
  'application_uses',
  `
  membership_id ${ID} NOT NULL,
  application ${word(60)} NOT NULL,
  last_used_on DATE NOT NULL,
  PRIMARY KEY (membership_id, application)`,
);
