import type { Knex } from 'knex';
import { createKnex } from '../db/knex.ts';
import { ConfigError, readDatabaseUrl } from '../platform/config.ts';

/** Does the work on the database of `DATABASE_URL`, all that such a command is told; a fault of it is a line, not a stack. */
export async function onDatabase(
  options: Parameters<typeof createKnex>[1],
  work: (knex: Knex) => Promise<void>,
): Promise<void> {
  let knex: Knex;
  try {
    knex = createKnex(readDatabaseUrl(process.env), options);
  } catch (error) {
    if (!(error instanceof ConfigError)) throw error;
    process.stderr.write(`${error.message}\n`);
    process.exitCode = 1;
    return;
  }
  try {
    await work(knex);
  } finally {
    await knex.destroy();
  }
}
