/** `tsx commands/seed-demo.ts`: writes the demo data and prints, at the first run only, what opens it as JSON. */
import { randomBytes } from 'node:crypto';
import { createKnex } from '../db/knex.ts';
import { seedDemo } from '../db/seeds/demo.ts';
import { instantOf } from '../domain/calendar.ts';
import { readConfig } from '../platform/config.ts';
import { hashPassword } from '../platform/passwords.ts';
import { publicHolidays } from '../platform/public-holidays.ts';
import { hashToken, newToken } from '../platform/tokens.ts';
import { createVault } from '../platform/vault.ts';
import { registryFrom } from '../domain/application-check.ts';
import { loadApplications } from '../platform/application-files.ts';

const config = readConfig(process.env);
if (config.env === 'production') {
  process.stderr.write('MAILROOM_ENV is production: demo data are never written there\n');
  process.exit(1);
}
const knex = createKnex(config.databaseUrl, { poolMax: 1 });
try {
  const vault = createVault(config.masterKeys);
  const newCompanyKey = (companyId: string) => vault.newCompanyKey(companyId);
  const newPassword = () => randomBytes(12).toString('base64url');
  const registry = loadApplications(config.applicationsDir, registryFrom);
  const ports = { registry, newPassword, hashPassword, newToken, hashToken, newCompanyKey, publicHolidays };
  const access = await seedDemo(knex, ports, instantOf(Date.now()));
  process.stdout.write(`${JSON.stringify(access ?? { logins: [], siteTokens: [], issuerTokens: [] })}\n`);
} finally {
  await knex.destroy();
}
