/** Migrates a database once and writes down the statements that make another one like it. */
import { randomUUID } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { createKnex } from '../../db/knex.ts';
import { migrateToLatest } from '../../db/migrate.ts';
import { databaseAdminUrl, databaseUrlOf } from './servers.ts';

// Of this run alone: another run may be at work on the same server, or have been.
const template = `template_${randomUUID().replaceAll('-', '')}`;
const [file] = process.argv.slice(2);
if (file === undefined) throw new Error('usage: record-schema.ts <file>');

const admin = createKnex(databaseAdminUrl(), { statementSeconds: 0 });
await admin.raw(`CREATE DATABASE ${template}`);
const knex = createKnex(databaseUrlOf(template), { poolMax: 2, statementSeconds: 0 });
try {
  await migrateToLatest(knex);
  const [tables] = (await knex.raw('SHOW TABLES')) as [Record<string, string>[]];
  const statements: string[] = [];
  for (const table of tables.flatMap((row) => Object.values(row))) {
    const [[created]] = (await knex.raw('SHOW CREATE TABLE ??', [table])) as [[{ 'Create Table': string }]];
    statements.push(created['Create Table']);
    // Rows that migrations bring along, those by which Knex knows its migrations among them.
    const rows = (await knex(table).select()) as object[];
    if (rows.length > 0) statements.push(knex(table).insert(rows).toQuery());
  }
  writeFileSync(file, JSON.stringify(statements));
} finally {
  await knex.destroy();
  await admin.raw(`DROP DATABASE ${template}`);
  await admin.destroy();
}
