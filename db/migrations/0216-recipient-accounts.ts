/**
 * The document log-in of codes and invitations; it hangs on its main contact, who proves himself as every user does (UP-05
 * to UP-07, IP-06). `open_number` holds the enterprise number while the account is open: one account each in a brand.
 */
import { AT, ID, table, word } from './table.ts';

export const recipientAccounts = table(
  'recipient_accounts',
  `
  id ${ID} NOT NULL PRIMARY KEY,
  brand_id ${ID} NOT NULL,
  main_contact_id ${ID} NOT NULL,
  kind ${word(3)} NOT NULL,
  company_name VARCHAR(200) NOT NULL,
  enterprise_number ${word(20)} NULL,
  identification VARCHAR(64) NULL,
  version INT NOT NULL DEFAULT 1,
  created_at ${AT} NOT NULL,
  closed_at ${AT} NULL,
  open_number ${word(20)} NULL,
  UNIQUE KEY recipient_accounts_number (brand_id, open_number),
  KEY recipient_accounts_of (main_contact_id, closed_at),
  CONSTRAINT recipient_accounts_brand FOREIGN KEY (brand_id) REFERENCES brands (id),
  CONSTRAINT recipient_accounts_contact FOREIGN KEY (main_contact_id) REFERENCES users (id),
  CONSTRAINT recipient_accounts_kind CHECK (kind IN ('b2b', 'b2c'))`,
);
