/**
 * What one holder holds on an account in one application: the company within its boundary, a member of a company, a router
 * (EM-01, UM-28). `holder_id`: a company, a membership, the router's company.
 */
import { AT, ID, table, word } from './table.ts';

export const holdings = table(
  'holdings',
  `
  id ${ID} NOT NULL PRIMARY KEY,
  holder_kind ${word(10)} NOT NULL,
  holder_id ${ID} NOT NULL,
  account_id ${ID} NOT NULL,
  application ${word(60)} NOT NULL,
  profile ${word(60)} NULL,
  version INT NOT NULL,
  changed_at ${AT} NOT NULL,
  UNIQUE KEY holdings_once (holder_kind, holder_id, account_id, application),
  KEY holdings_account (account_id, application),
  CONSTRAINT holdings_on FOREIGN KEY (account_id) REFERENCES accounts (id),
  CONSTRAINT holdings_holder CHECK (holder_kind IN ('company', 'user', 'router'))`,
);
