/** The accounts of merges that are open: each stands here once, whichever side it is on (WF-37). */
import { ID, table } from './table.ts';

export const mergingAccounts = table(
  'merging_accounts',
  `
  account_id ${ID} NOT NULL PRIMARY KEY,
  merge_id ${ID} NOT NULL,
  KEY merging_accounts_of (merge_id),
  CONSTRAINT merging_accounts_account FOREIGN KEY (account_id) REFERENCES recipient_accounts (id),
  CONSTRAINT merging_accounts_merge FOREIGN KEY (merge_id) REFERENCES account_merges (id)`,
);
