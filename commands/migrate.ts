/** `tsx commands/migrate.ts`: brings the database of DATABASE_URL to the present schema. */
import { createKnex } from '../db/knex.ts';
import { migrateToLatest } from '../db/migrate.ts';
import { readConfig } from '../platform/config.ts';

const knex = createKnex(readConfig(process.env).databaseUrl, { poolMax: 2, statementSeconds: 0 });
try {
  const names = await migrateToLatest(knex);
  process.stdout.write(names.length === 0 ? 'the schema is up to date\n' : `migrated: ${names.join(', ')}\n`);
} finally {
  await knex.destroy();
}
