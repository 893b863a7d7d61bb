/**
 * Invitations that documents send to the main contact of a client code (WF-34; IP-02, IP-05). `open_key` holds the client code
 * while one is open; `mailbox` is the address as addresses are compared: one mailbox has one account for all of its numbers.
 */
import { AT, ID, table, word } from './table.ts';

export const accountInvitations = table(
  'account_invitations',
  `
  id ${ID} NOT NULL PRIMARY KEY,
  brand_id ${ID} NOT NULL,
  client_code_id ${ID} NOT NULL,
  policy_set_id ${ID} NOT NULL,
  email VARCHAR(320) NOT NULL,
  mailbox VARCHAR(320) COLLATE utf8mb4_bin NOT NULL,
  language ${word(5)} NOT NULL,
  link_id ${ID} NULL,
  account_id ${ID} NULL,
  version INT NOT NULL,
  invited_at ${AT} NOT NULL,
  ends_at ${AT} NOT NULL,
  ends_rule VARCHAR(120) NOT NULL,
  next_act_at ${AT} NULL,
  outcome ${word(12)} NULL,
  closed_at ${AT} NULL,
  open_key ${ID} NULL UNIQUE,
  KEY account_invitations_open (closed_at, next_act_at),
  KEY account_invitations_to (brand_id, mailbox, closed_at),
  KEY account_invitations_of (client_code_id, id),
  CONSTRAINT account_invitations_brand FOREIGN KEY (brand_id) REFERENCES brands (id),
  CONSTRAINT account_invitations_client FOREIGN KEY (client_code_id) REFERENCES client_codes (id),
  CONSTRAINT account_invitations_account FOREIGN KEY (account_id) REFERENCES recipient_accounts (id),
  CONSTRAINT account_invitations_policy FOREIGN KEY (policy_set_id) REFERENCES policy_sets (id)`,
);
