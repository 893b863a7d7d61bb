/** What an account has to scope rights by: invoice addresses, contracts, postboxes; `kind` tells a master contract (CS-01). */
import { ID, table, word } from './table.ts';

export const accountScopeValues = table(
  'account_scope_values',
  `
  account_id ${ID} NOT NULL,
  dimension ${word(60)} NOT NULL,
  value ${word(100)} NOT NULL,
  label VARCHAR(200) NOT NULL,
  kind ${word(40)} NULL,
  PRIMARY KEY (account_id, dimension, value),
  CONSTRAINT account_scope_values_of FOREIGN KEY (account_id) REFERENCES accounts (id)`,
);
