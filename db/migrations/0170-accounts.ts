/** A company's customer accounts at the operator; rights are always on one of them (UM-11, UM-28). `serial` makes numbers. */
import { AT, ID, table } from './table.ts';

export const accounts = table(
  'accounts',
  `
  id ${ID} NOT NULL PRIMARY KEY,
  serial BIGINT NOT NULL AUTO_INCREMENT,
  brand_id ${ID} NOT NULL,
  company_id ${ID} NOT NULL,
  number VARCHAR(40) NOT NULL,
  name VARCHAR(200) NOT NULL,
  version INT NOT NULL DEFAULT 1,
  created_at ${AT} NOT NULL,
  UNIQUE KEY accounts_serial (serial),
  UNIQUE KEY accounts_number (brand_id, number),
  KEY accounts_company (company_id),
  CONSTRAINT accounts_of FOREIGN KEY (company_id) REFERENCES companies (id),
  CONSTRAINT accounts_brand FOREIGN KEY (brand_id) REFERENCES brands (id)`,
);
