import type { Knex } from 'knex';
import { createKnex } from '../../db/knex.ts';
import { migrateToLatest } from '../../db/migrate.ts';
import { migrationConfig } from '../../db/migrations/index.ts';
import { emptyDatabase, type OwnDatabase } from './own-database.ts';

let database: OwnDatabase;
let admin: Knex;

beforeEach(async () => {
  database = await emptyDatabase();
  ({ admin } = database);
});
afterEach(() => database.drop());

async function tables(): Promise<readonly string[]> {
  const rows = await admin('information_schema.tables')
    .where({ table_schema: database.name })
    .whereNot('table_name', 'like', 'knex_migrations%')
    .orderBy('table_name')
    .select('table_name as name');
  return rows.map((row) => row.name);
}

async function schema(): Promise<readonly string[]> {
  const texts = [];
  for (const name of await tables())
    texts.push((await admin.raw(`SHOW CREATE TABLE ${name}`))[0][0]['Create Table']);
  return texts;
}

describe('migrations', () => {
  test('each runs up, down and up again, one by one, and the schema is the same', async () => {
    const names = await migrateToLatest(admin);
    const first = await schema();
    for (let undone = 0; undone < names.length; undone += 1) {
      await admin.migrate.down(migrationConfig);
      await admin.migrate.up(migrationConfig);
      await admin.migrate.down(migrationConfig);
    }
    expect(await tables()).toEqual([]);
    expect(await migrateToLatest(admin)).toEqual(names);
    expect(await schema()).toEqual(first);
    expect(await migrateToLatest(admin)).toEqual([]);
  }, 300_000);

  test('one that was killed between its DDL and its mark, with the lock left behind, is finished', async () => {
    const names = await migrateToLatest(admin);
    const whole = await schema();
    const last = names.at(-1);
    await admin('knex_migrations').where({ name: last }).delete();
    await admin('knex_migrations_lock').update({ is_locked: 1 });
    expect(await migrateToLatest(admin)).toEqual([last]);
    expect(await schema()).toEqual(whole);
  });

  test('three processes at once: one does the work', async () => {
    const others = [1, 2].map(() => createKnex(database.url, { poolMax: 2, statementSeconds: 0 }));
    const migrated = await Promise.all([admin, ...others].map((knex) => migrateToLatest(knex)));
    await Promise.all(others.map((knex) => knex.destroy()));
    expect(migrated.map((names) => names.length > 0).sort()).toEqual([false, false, true]);
  });

  test('every table is InnoDB in utf8mb4, ids are ascii, and no column is JSON or TIMESTAMP', async () => {
    await migrateToLatest(admin);
    const [odd] = await admin.raw(
      `SELECT table_name FROM information_schema.tables WHERE table_schema = DATABASE()
       AND (engine <> 'InnoDB' OR table_collation NOT LIKE 'utf8mb4%')`,
    );
    const [columns] = await admin.raw(
      `SELECT table_name, column_name FROM information_schema.columns
       WHERE table_schema = DATABASE() AND table_name NOT LIKE 'knex%'
       AND (data_type IN ('timestamp', 'json')
         OR (column_type = 'char(36)' AND collation_name <> 'ascii_bin')
         OR (column_name LIKE '%\\_at' AND column_type <> 'datetime(6)')
         OR (column_name LIKE '%\\_on' AND data_type <> 'date')
         OR (column_name LIKE '%\\_cents' AND data_type <> 'bigint'))`,
    );
    expect([odd, columns]).toEqual([[], []]);
  });
});
