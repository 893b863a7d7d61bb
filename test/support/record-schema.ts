/** Migrates a database once and writes down the statements that make another one like it. */
import { writeFileSync } from 'node:fs';
import { createKnex } from '../../db/knex.ts';
import { migrateToLatest } from '../../db/migrate.ts';
import { databaseAdminUrl, databaseUrlOf } from './servers.ts';

const TEMPLATE = 'mailroom_template';
const [file] = process.argv.slice(2);
if (file === undefined) throw new Error('usage: record-schema.ts <file>');

const admin = createKnex(databaseAdminUrl(), { statementSeconds: 0 });
await admin.raw(`CREATE OR REPLACE DATABASE ${TEMPLATE}`);
const knex = createKnex(databaseUrlOf(TEMPLATE), { poolMax: 2, statementSeconds: 0 });
try {
  await migrateToLatest(knex);
  const [tables] = (await knex.raw('SHOW TABLES')) as [Record<string, string>[]];
  const statements: string[] = [];
  for (const table of tables.flatMap((row) => Object.values(row))) {
    const [[created]] = (await knex.raw('SHOW CREATE TABLE ??', [table])) as [[{ 'Create Table': string }]];
    statements.push(created['Create Table']);
    // Rows that migrations bring along, those by which Knex knows its migrations among them.
    const [[count]] = (await knex.raw('SELECT COUNT(*) AS n FROM ??', [table])) as [[{ n: number }]];
    if (count.n > 0) statements.push(`INSERT INTO \`${table}\` SELECT * FROM \`${TEMPLATE}\`.\`${table}\``);
  }
  writeFileSync(file, JSON.stringify(statements));
} finally {
  await knex.destroy();
  await admin.destroy();
}
