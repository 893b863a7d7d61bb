/** The last link of each event chain: a company, or the operator. Only `appendEvent` locks it. */
import { HASH, table, word } from './table.ts';

export const chainHeads = table(
  'chain_heads',
  `
  chain_id ${word(36)} NOT NULL PRIMARY KEY,
  seq BIGINT NOT NULL,
  hash ${HASH} NOT NULL`,
);
