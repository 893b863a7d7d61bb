/** Brings a database to the present schema; safe to run from several processes and after a kill. */
import type { Knex } from 'knex';
import { migrationConfig } from './migrations/index.ts';
import { giveConnectionBack, takeConnection } from './raw-connection.ts';

/**
 * Runs the migrations still to come and returns their names, in order. Needs a pool of two or more without a
 * statement limit. A named lock of the server lets one process migrate at a time and dies with its connection;
 * Knex's own lock row survives a kill, and under the named lock it can only be such a left-over, so it is freed.
 */
export async function migrateToLatest(knex: Knex): Promise<readonly string[]> {
  return alone(knex, async () => {
    await knex.migrate.forceFreeMigrationsLock(migrationConfig);
    const [, names] = (await knex.migrate.latest(migrationConfig)) as [batch: number, names: string[]];
    return names;
  });
}

async function alone<T>(knex: Knex, work: () => Promise<T>): Promise<T> {
  const connection = await takeConnection(knex);
  const lock = "CONCAT('mailroom-migrate:', LEFT(SHA2(DATABASE(), 256), 32))";
  try {
    const locking = knex.raw(`SELECT GET_LOCK(${lock}, 300) AS got`).connection(connection);
    const [rows] = (await locking) as [{ got: number | null }[]];
    if (rows[0]?.got !== 1)
      throw new Error('another process has been migrating this database for five minutes');
    return await work();
  } finally {
    await knex.raw(`SELECT RELEASE_LOCK(${lock})`).connection(connection);
    await giveConnectionBack(knex, connection);
  }
}
