/** Names and free text of a command: they stay in the business database, the engine carries only the request id. */
import { AT, HASH, table } from './table.ts';

export const commandParticulars = table(
  'command_particulars',
  `
  request_id ${HASH} NOT NULL PRIMARY KEY,
  particulars LONGTEXT NOT NULL,
  created_at ${AT} NOT NULL,
  KEY command_particulars_age (created_at)`,
);
