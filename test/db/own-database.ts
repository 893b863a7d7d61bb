import { randomUUID } from 'node:crypto';
import type { Knex } from 'knex';
import { createKnex } from '../../db/knex.ts';
import type { TestDatabase } from '../support/databases.ts';
import { createDatabase } from '../support/databases.ts';
import { databaseAdminUrl, databaseUrlOf } from '../support/servers.ts';

export interface OwnDatabase extends TestDatabase {
  readonly knex: Knex;
  /** Without a limit on statements, and not hurried by others who use up the pool. */
  readonly admin: Knex;
}

/** A database of one's own with the present schema. */
export async function migratedDatabase(): Promise<OwnDatabase> {
  return connected(await createDatabase());
}

/** One without any table. */
export async function emptyDatabase(): Promise<OwnDatabase> {
  const name = `empty_${randomUUID().replaceAll('-', '')}`;
  await administrate(`CREATE DATABASE ${name}`);
  return connected({ name, url: databaseUrlOf(name), drop: () => administrate(`DROP DATABASE ${name}`) });
}

function connected(database: TestDatabase): OwnDatabase {
  const knex = createKnex(database.url, { poolMax: 12, acquireSeconds: 60 });
  const admin = createKnex(database.url, { statementSeconds: 0 });
  const drop = async () => {
    await Promise.all([knex.destroy(), admin.destroy()]);
    await database.drop();
  };
  return { ...database, knex, admin, drop };
}

async function administrate(statement: string): Promise<void> {
  const server = createKnex(databaseAdminUrl(), { poolMax: 1 });
  await server.raw(statement);
  await server.destroy();
}
