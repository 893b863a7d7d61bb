/** Accounts of the books: the receivable of a company, and the revenues of the house (no company). */
import { ID, table, word } from './table.ts';

export const ledgerAccounts = table(
  'ledger_accounts',
  `
  id ${ID} NOT NULL PRIMARY KEY,
  account_key ${word(100)} NOT NULL UNIQUE,
  company_id ${ID} NULL,
  kind ${word(40)} NOT NULL,
  KEY ledger_accounts_company (company_id, kind)`,
);
