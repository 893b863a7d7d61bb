/** `tsx commands/migrate.ts`: brings the database of DATABASE_URL to the present schema. */
import { migrateToLatest } from '../db/migrate.ts';
import { onDatabase } from './on-database.ts';

await onDatabase({ poolMax: 2, statementSeconds: 0 }, async (knex) => {
  const names = await migrateToLatest(knex);
  process.stdout.write(names.length === 0 ? 'the schema is up to date\n' : `migrated: ${names.join(', ')}\n`);
});
