/**
 * Mailboxes that the main contact of an account has proven by a link (IP-03, IP-06): the next number invited there joins the same
 * account. One account each in a brand, by the key; `is_own` says that it was his own address then, and counts while it is.
 */
import { AT, ID, table } from './table.ts';

export const accountMailboxes = table(
  'account_mailboxes',
  `
  brand_id ${ID} NOT NULL,
  mailbox VARCHAR(320) COLLATE utf8mb4_bin NOT NULL,
  account_id ${ID} NOT NULL,
  is_own TINYINT NOT NULL,
  proven_at ${AT} NOT NULL,
  PRIMARY KEY (brand_id, mailbox),
  KEY account_mailboxes_of (account_id),
  CONSTRAINT account_mailboxes_brand FOREIGN KEY (brand_id) REFERENCES brands (id),
  CONSTRAINT account_mailboxes_account FOREIGN KEY (account_id) REFERENCES recipient_accounts (id)`,
);
