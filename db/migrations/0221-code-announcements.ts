/** Dated facts that the issuer reports: when and how a customer was told of his code (UP-12, X-08). The earliest counts. */
import { AT, ID, table, word } from './table.ts';

export const codeAnnouncements = table(
  'code_announcements',
  `
  code_id ${ID} NOT NULL,
  announced_on DATE NOT NULL,
  channel ${word(12)} NOT NULL,
  reported_at ${AT} NOT NULL,
  PRIMARY KEY (code_id, announced_on, channel),
  CONSTRAINT code_announcements_of FOREIGN KEY (code_id) REFERENCES activation_codes (id)`,
);
