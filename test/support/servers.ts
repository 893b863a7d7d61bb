/** The servers that `npm test` has started, as the tests see them. */
import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { createKnex } from '../../db/knex.ts';

export interface TestDatabase {
  readonly name: string;
  readonly url: string;
  /** Back to what it was when it was made, in a tenth of the time. */
  empty(): Promise<void>;
  drop(): Promise<void>;
}

export const databaseAdminUrl = (): string => given('DATABASE_ADMIN_URL');
/** host:port of the Temporal dev server. */
export const temporalAddress = (): string => given('TEMPORAL_ADDRESS');
/** The program to hand to `TestWorkflowEnvironment.createTimeSkipping` as `existing-path`. */
export const testServerPath = (): string => given('TEST_SERVER_PATH');
export const smtpUrl = (): string => given('SMTP_URL');
/** `GET /api/mails?to=`, `GET /api/mails/{id}`, `DELETE /api/mails`: several files share it, so ask by recipient. */
export const mailCatcherUrl = (): string => given('MAIL_CATCHER_URL');
export const qpdfPath = (): string => given('QPDF_PATH');
/** The code of the workflows, made once a run: `workflowBundle: { codePath: workflowBundlePath() }`. */
export const workflowBundlePath = (): string => given('WORKFLOW_BUNDLE');
/** The processes, built once a run: `api/main.js` and so on. */
export const builtFolder = (): string => given('BUILT');
/** Where the servers keep data and logs, for tests that look for what must not be there. */
export const testFolder = (): string => given('TEST_FOLDER');

/** The same server and account, another database. */
export function databaseUrlOf(name: string): string {
  return Object.assign(new URL(databaseAdminUrl()), { pathname: `/${name}` }).href;
}

/** A database of the present schema for one test file; a copy, which takes a third of the time of the migrations. */
export async function createDatabase(): Promise<TestDatabase> {
  const name = `test_${randomUUID().replaceAll('-', '')}`;
  const statements = JSON.parse(readFileSync(given('TEST_SCHEMA'), 'utf8')) as string[];
  await administrate(async (sql) => {
    await sql(`CREATE DATABASE ${name}`);
    await sql(`USE ${name}`);
    await sql('SET SESSION foreign_key_checks = 0');
    for (const statement of statements) await sql(statement);
  });
  return {
    name,
    url: databaseUrlOf(name),
    empty: () => emptied(name, statements),
    drop: () =>
      administrate(async (sql) => {
        await sql(`DROP DATABASE ${name}`);
      }),
  };
}

/** Nothing but the rows that migrations bring along. */
function emptied(name: string, statements: readonly string[]): Promise<void> {
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

function given(variable: string): string {
  const value = process.env[variable];
  if (value === undefined)
    throw new Error(`${variable} is not set: run the tests by npm test, which sets it`);
  return value;
}
