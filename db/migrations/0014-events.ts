/** The event log. No foreign keys: it outlives what it tells of. A mark that is NULL is work for the relay. */
import { AT, HASH, ID, table, word } from './table.ts';

export const events = table(
  'events',
  `
  id ${ID} NOT NULL PRIMARY KEY,
  chain_id ${word(36)} NOT NULL,
  seq BIGINT NOT NULL,
  kind ${word(80)} NOT NULL,
  subject_type ${word(40)} NOT NULL,
  subject_id ${word(64)} NOT NULL,
  company_id ${ID} NULL,
  actor_type ${word(10)} NOT NULL,
  actor_id ${word(64)} NOT NULL,
  occurred_at ${AT} NOT NULL,
  body LONGTEXT NOT NULL,
  previous_hash ${HASH} NOT NULL,
  hash ${HASH} NOT NULL,
  life ${word(40)} NULL,
  life_id ${ID} NULL,
  command LONGTEXT NULL,
  wake_done_at ${AT} NULL,
  confirm_done_at ${AT} NULL,
  UNIQUE KEY events_chain (chain_id, seq),
  KEY events_to_wake (wake_done_at, id),
  KEY events_to_confirm (confirm_done_at, occurred_at, id),
  KEY events_of_subject (subject_type, subject_id, id)`,
);
