/** Entries are only ever added; those of a transaction sum to zero. Debit is positive. */
import { ID, table } from './table.ts';

export const ledgerEntries = table(
  'ledger_entries',
  `
  id ${ID} NOT NULL PRIMARY KEY,
  transaction_id ${ID} NOT NULL,
  account_id ${ID} NOT NULL,
  amount_cents BIGINT NOT NULL,
  KEY ledger_entries_transaction (transaction_id),
  KEY ledger_entries_account (account_id, id, amount_cents),
  CONSTRAINT ledger_entries_in FOREIGN KEY (transaction_id) REFERENCES ledger_transactions (id),
  CONSTRAINT ledger_entries_on FOREIGN KEY (account_id) REFERENCES ledger_accounts (id)`,
);
