/** The client codes of an account that its main contact ticked for somebody (IP-08): what is new is not there. */
import { AT, ID, table } from './table.ts';

export const sharedNumbers = table(
  'shared_numbers',
  `
  sharing_id ${ID} NOT NULL,
  client_code_id ${ID} NOT NULL,
  ticked_at ${AT} NOT NULL,
  PRIMARY KEY (sharing_id, client_code_id),
  KEY shared_numbers_of (client_code_id),
  CONSTRAINT shared_numbers_sharing FOREIGN KEY (sharing_id) REFERENCES sharings (id),
  CONSTRAINT shared_numbers_client FOREIGN KEY (client_code_id) REFERENCES client_codes (id)`,
);
