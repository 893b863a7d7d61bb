/**
 * One row a notice and recipient: a mail that must not come twice is claimed before it is sent, one that must
 * come is marked after it was. The recipient is kept as a hash; the outcome is sent, refused or suppressed.
 */
import { AT, HASH, table, word } from './table.ts';

export const noticeDeliveries = table(
  'notice_deliveries',
  `
  notice_key ${word(160)} NOT NULL,
  recipient_hash ${HASH} NOT NULL,
  outcome ${word(12)} NOT NULL,
  claimed_at ${AT} NOT NULL,
  PRIMARY KEY (notice_key, recipient_hash),
  CONSTRAINT notice_deliveries_of FOREIGN KEY (notice_key) REFERENCES notices (notice_key)`,
);
