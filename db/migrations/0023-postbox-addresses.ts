/** One address of each kind a postbox has (PP-04); the version tells a mail about a change from the next one. */
import { AT, ID, table, word } from './table.ts';

export const postboxAddresses = table(
  'postbox_addresses',
  `
  postbox_id ${ID} NOT NULL,
  kind ${word(20)} NOT NULL,
  recipient VARCHAR(200) NOT NULL,
  street VARCHAR(200) NOT NULL,
  extra VARCHAR(200) NULL,
  postal_code VARCHAR(20) NOT NULL,
  city VARCHAR(120) NOT NULL,
  country ${word(2)} NOT NULL,
  version INT NOT NULL,
  changed_at ${AT} NOT NULL,
  PRIMARY KEY (postbox_id, kind),
  CONSTRAINT postbox_addresses_of FOREIGN KEY (postbox_id) REFERENCES postboxes (id)`,
);
