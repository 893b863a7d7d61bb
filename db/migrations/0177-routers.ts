/**
 * The directory of routers: outside suppliers to whom clients give rights (RT-01). Two of one name are told apart by number and
 * address. `company_id`: the router's own company here, once it has one; `email`: whom to invite to register until then.
 * `serial` makes numbers.
 */
import { AT, ID, table, word } from './table.ts';

export const routers = table(
  'routers',
  `
  id ${ID} NOT NULL PRIMARY KEY,
  serial BIGINT NOT NULL AUTO_INCREMENT,
  brand_id ${ID} NOT NULL,
  number VARCHAR(40) NOT NULL,
  name VARCHAR(200) NOT NULL,
  type ${word(20)} NOT NULL,
  street VARCHAR(200) NOT NULL,
  postal_code VARCHAR(20) NOT NULL,
  city VARCHAR(100) NOT NULL,
  country ${word(2)} NOT NULL,
  enterprise_number VARCHAR(20) NULL,
  email VARCHAR(254) NULL,
  company_id ${ID} NULL,
  confirmed_at ${AT} NULL,
  version INT NOT NULL DEFAULT 1,
  listed_at ${AT} NOT NULL,
  closed_at ${AT} NULL,
  UNIQUE KEY routers_serial (serial),
  UNIQUE KEY routers_number (brand_id, number),
  UNIQUE KEY routers_company (company_id),
  KEY routers_name (brand_id, name, id),
  KEY routers_enterprise (brand_id, enterprise_number),
  CONSTRAINT routers_brand FOREIGN KEY (brand_id) REFERENCES brands (id),
  CONSTRAINT routers_is FOREIGN KEY (company_id) REFERENCES companies (id),
  CONSTRAINT routers_type CHECK (type IN ('conventional', 'other'))`,
);
