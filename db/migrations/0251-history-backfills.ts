/**
 * What was published before a consent, as it comes (WF-36; IP-04, UP-10): one row a reception. Of it is seen what was issued
 * on `reached_on` or later, until all of it is.
 */
import { AT, ID, table, word } from './table.ts';

export const historyBackfills = table(
  'history_backfills',
  `
  id ${ID} NOT NULL PRIMARY KEY,
  reception_id ${ID} NOT NULL UNIQUE,
  brand_id ${ID} NOT NULL,
  policy_set_id ${ID} NOT NULL,
  version INT NOT NULL,
  begun_at ${AT} NOT NULL,
  reached_on DATE NULL,
  oldest_on DATE NULL,
  shown INT NOT NULL DEFAULT 0,
  total INT NULL,
  paused_at ${AT} NULL,
  next_act_at ${AT} NULL,
  outcome ${word(12)} NULL,
  closed_at ${AT} NULL,
  KEY history_backfills_open (closed_at, next_act_at),
  CONSTRAINT history_backfills_reception FOREIGN KEY (reception_id) REFERENCES receptions (id),
  CONSTRAINT history_backfills_brand FOREIGN KEY (brand_id) REFERENCES brands (id),
  CONSTRAINT history_backfills_policy FOREIGN KEY (policy_set_id) REFERENCES policy_sets (id)`,
);
