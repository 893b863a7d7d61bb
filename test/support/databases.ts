/** Databases of the present schema; those of one test file are used again, emptied, by its next test. */
import { afterAll } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { createKnex } from '../../db/knex.ts';
import { databaseAdminUrl, databaseUrlOf, schemaFile } from './servers.ts';

export interface TestDatabase {
  readonly name: string;
  readonly url: string;
  /** Given back: nobody is connected to it any more. */
  drop(): Promise<void>;
}

let isOver = false;
const givenBack: TestDatabase[] = [];
afterAll(async () => {
  // A file's own hook, where it keeps one database for all its tests, comes after this one.
  isOver = true;
  for (const database of givenBack) await database.drop();
});

/** With nothing but the rows that migrations bring along. Ids that count go on where the test before has ended. */
export async function createDatabase(): Promise<TestDatabase> {
  const statements = JSON.parse(readFileSync(schemaFile(), 'utf8')) as string[];
  const used = givenBack.pop();
  if (used !== undefined) {
    await empty(used.name, statements);
    return used;
  }
  const name = `test_${randomUUID().replaceAll('-', '')}`;
  await administrate(async (sql) => {
    await sql(`CREATE DATABASE ${name}`);
    await sql(`USE ${name}`);
    await sql('SET SESSION foreign_key_checks = 0');
    for (const statement of statements) await sql(statement);
  });
  const database = {
    name,
    url: databaseUrlOf(name),
    drop: async () => {
      if (!isOver) void givenBack.push(database);
      else
        await administrate(async (sql) => {
          await sql(`DROP DATABASE ${name}`);
        });
    },
  };
  return database;
}

/** Back to what it was when it was made, in a twentieth of the time. */
function empty(name: string, statements: readonly string[]): Promise<void> {
  const tables = statements.flatMap((statement) => /^CREATE TABLE `(\w+)`/.exec(statement)?.[1] ?? []);
  const asked = tables.map((table) => `SELECT '${table}' AS filled WHERE EXISTS (SELECT 1 FROM ${table})`);
  return administrate(async (sql) => {
    await sql(`USE ${name}`);
    await sql('SET SESSION foreign_key_checks = 0');
    const [filled] = (await sql(asked.join(' UNION ALL '))) as [{ filled: string }[]];
    for (const table of filled) await sql(`DELETE FROM ${table.filled}`);
    for (const statement of statements) if (/^insert/i.test(statement)) await sql(statement);
  });
}

/** One connection, because the statements build on each other's session. */
async function administrate(
  work: (sql: (statement: string) => Promise<unknown>) => Promise<void>,
): Promise<void> {
  const admin = createKnex(databaseAdminUrl(), { poolMax: 1, statementSeconds: 0 });
  try {
    // Knex reads a bare question mark as a place for a value, and those of a default text are none.
    await work(async (statement) => admin.raw(statement.replaceAll('?', '\\?')));
  } finally {
    await admin.destroy();
  }
}
