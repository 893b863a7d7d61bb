/**
 * What the applications show: until deposits and invoices have tables of their own, one table for all of them (EM-03, EM-06,
 * IR-01, RT-05). `created_by`: null for what nobody here made.
 */
import { AT, ID, table, word } from './table.ts';

export const applicationObjects = table(
  'application_objects',
  `
  id ${ID} NOT NULL PRIMARY KEY,
  account_id ${ID} NOT NULL,
  application ${word(60)} NOT NULL,
  title VARCHAR(200) NOT NULL,
  price_cents BIGINT NULL,
  created_by ${ID} NULL,
  created_at ${AT} NOT NULL,
  KEY application_objects_on (account_id, application, id),
  CONSTRAINT application_objects_of FOREIGN KEY (account_id) REFERENCES accounts (id)`,
);
