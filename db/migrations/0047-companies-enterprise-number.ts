/** One company an enterprise number and brand; the brand comes second, or the key would serve its foreign key too. */
import { key } from './alter.ts';

export const companiesEnterpriseNumber = key(
  'companies',
  'companies_enterprise_number',
  'enterprise_number, brand_id',
  'UNIQUE KEY',
);
