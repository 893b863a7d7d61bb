/** One transaction a charge: the natural key is why a charge can happen only once. */
import { AT, ID, table, word } from './table.ts';

export const ledgerTransactions = table(
  'ledger_transactions',
  `
  id ${ID} NOT NULL PRIMARY KEY,
  natural_key ${word(190)} NOT NULL UNIQUE,
  kind ${word(40)} NOT NULL,
  company_id ${ID} NOT NULL,
  subject_type ${word(40)} NOT NULL,
  subject_id ${word(64)} NOT NULL,
  occurred_at ${AT} NOT NULL,
  reverses_id ${ID} NULL UNIQUE,
  KEY ledger_transactions_subject (subject_type, subject_id, id),
  KEY ledger_transactions_company (company_id, id),
  CONSTRAINT ledger_transactions_reverses FOREIGN KEY (reverses_id) REFERENCES ledger_transactions (id)`,
);
