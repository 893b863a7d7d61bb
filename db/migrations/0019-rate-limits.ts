/** The columns that rate-limiter-flexible asks of its MySQL store. */
import { table } from './table.ts';

export const rateLimits = table(
  'rate_limits',
  `
  \`key\` VARCHAR(255) NOT NULL PRIMARY KEY,
  points INT NOT NULL DEFAULT 0,
  expire BIGINT UNSIGNED NULL,
  KEY rate_limits_expire (expire)`,
);
