/** Mails of a reception that came back: so many in so many days lead to a question (WF-32). */
import { AT, ID, table } from './table.ts';

export const receptionBounces = table(
  'reception_bounces',
  `
  id BIGINT NOT NULL AUTO_INCREMENT PRIMARY KEY,
  reception_id ${ID} NOT NULL,
  bounced_at ${AT} NOT NULL,
  KEY reception_bounces_of (reception_id, bounced_at),
  CONSTRAINT reception_bounces_reception FOREIGN KEY (reception_id) REFERENCES receptions (id)`,
);
