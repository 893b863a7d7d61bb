/** One sealed word a key: a process whose key does not open it refuses to start. */
import { table, word } from './table.ts';

export const keyCanaries = table(
  'key_canaries',
  `
  name ${word(64)} NOT NULL PRIMARY KEY,
  sealed LONGTEXT NOT NULL`,
);
