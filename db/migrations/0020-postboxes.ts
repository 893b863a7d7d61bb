/** A rented postbox with its settings (PP-02, PP-07). `allowed_decisions`: decision kinds, comma separated. */
import { AT, HASH, ID, table, word } from './table.ts';

export const postboxes = table(
  'postboxes',
  `
  id ${ID} NOT NULL PRIMARY KEY,
  brand_id ${ID} NOT NULL,
  company_id ${ID} NOT NULL,
  site_id ${ID} NOT NULL,
  number VARCHAR(40) NOT NULL,
  primary_option ${word(10)} NOT NULL,
  allowed_decisions ${word(120)} NOT NULL,
  default_manner ${word(20)} NOT NULL,
  notifies_arrivals BOOLEAN NOT NULL DEFAULT TRUE,
  notification_email VARCHAR(254) NULL,
  notification_confirmed_at ${AT} NULL,
  notification_token_hash ${HASH} NULL,
  notification_token_expires_at ${AT} NULL,
  version INT NOT NULL DEFAULT 1,
  closed_at ${AT} NULL,
  UNIQUE KEY postboxes_number (brand_id, number),
  KEY postboxes_company (company_id),
  CONSTRAINT postboxes_brand FOREIGN KEY (brand_id) REFERENCES brands (id),
  CONSTRAINT postboxes_of FOREIGN KEY (company_id) REFERENCES companies (id),
  CONSTRAINT postboxes_site FOREIGN KEY (site_id) REFERENCES sites (id)`,
);
