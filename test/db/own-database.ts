import { randomUUID } from 'node:crypto';
import type { Knex } from 'knex';
import { createKnex } from '../../db/knex.ts';
import { migrateToLatest } from '../../db/migrate.ts';

export interface OwnDatabase {
  readonly name: string;
  readonly url: string;
  readonly knex: Knex;
  /** Connected as administrator, to the same database. */
  readonly admin: Knex;
  drop(): Promise<void>;
}

/** A database of one's own on the server of DATABASE_ADMIN_URL. */
export async function emptyDatabase(): Promise<OwnDatabase> {
  const adminUrl = process.env['DATABASE_ADMIN_URL'];
  if (adminUrl === undefined) throw new Error('DATABASE_ADMIN_URL is not set: npm test sets it');
  const name = `db_${randomUUID().replaceAll('-', '')}`;
  const url = Object.assign(new URL(adminUrl), { pathname: `/${name}` }).href;
  const server = createKnex(Object.assign(new URL(adminUrl), { pathname: '/mysql' }).href);
  await server.raw(`CREATE DATABASE ${name}`);
  const knex = createKnex(url, { poolMax: 12 });
  const admin = createKnex(url, { statementSeconds: 0 });
  const drop = async () => {
    await Promise.all([knex.destroy(), admin.destroy()]);
    await server.raw(`DROP DATABASE ${name}`);
    await server.destroy();
  };
  return { name, url, knex, admin, drop };
}

/** The same with the present schema. */
export async function migratedDatabase(): Promise<OwnDatabase> {
  const database = await emptyDatabase();
  await migrateToLatest(database.admin);
  return database;
}
