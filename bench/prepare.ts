/** Makes a database of the present schema for one run and prints where it is, for the processes that are started next. */
import { createKnex } from '../db/knex.ts';
import { migrateToLatest } from '../db/migrate.ts';
import { databaseAdminUrl, databaseUrlOf } from '../test/support/servers.ts';

const name = `bench_${String(process.pid)}_${String(Date.now())}`;
const admin = createKnex(databaseAdminUrl(), { poolMax: 1, statementSeconds: 0 });
const knex = createKnex(databaseUrlOf(name), { poolMax: 2, statementSeconds: 0 });
try {
  await admin.raw(`CREATE DATABASE ${name}`);
  await migrateToLatest(knex);
  process.stdout.write(`${JSON.stringify({ DATABASE_URL: databaseUrlOf(name) })}\n`);
} finally {
  await knex.destroy();
  await admin.destroy();
}
