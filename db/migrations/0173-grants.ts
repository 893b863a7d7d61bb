/**
 * A block of rights that somebody gave: grantor, time, version of the registry; ended, never deleted. `continues`: the
 * grant of the same grantor of which this is what was left.
 */
import { AT, ID, table, word } from './table.ts';

export const grants = table(
  'grants',
  `
  id ${ID} NOT NULL PRIMARY KEY,
  holding_id ${ID} NOT NULL,
  grantor_kind ${word(10)} NOT NULL,
  grantor_id ${ID} NOT NULL,
  registry_version INT NOT NULL,
  granted_at ${AT} NOT NULL,
  continues ${ID} NULL,
  ended_at ${AT} NULL,
  ended_by ${ID} NULL,
  end_reason ${word(20)} NULL,
  KEY grants_of (holding_id, ended_at),
  KEY grants_by (grantor_id, ended_at),
  CONSTRAINT grants_in FOREIGN KEY (holding_id) REFERENCES holdings (id),
  CONSTRAINT grants_grantor CHECK (grantor_kind IN ('operator', 'user'))`,
);
