/** Who was warned that documents he sees will be destroyed on that day: once. */
import { AT, ID, table } from './table.ts';

export const retentionWarnings = table(
  'retention_warnings',
  `
  user_id ${ID} NOT NULL,
  destroy_on DATE NOT NULL,
  warned_at ${AT} NOT NULL,
  PRIMARY KEY (user_id, destroy_on)`,
);
