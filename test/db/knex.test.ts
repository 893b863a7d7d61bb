import type { Knex } from 'knex';
import { errnoOf } from '../../db/errors.ts';
import { fromDb, fromDbOrNull, toDb } from '../../db/instants.ts';
import { createKnex } from '../../db/knex.ts';
import { emptyDatabase, type OwnDatabase } from './own-database.ts';

let database: OwnDatabase;
let knex: Knex;

beforeAll(async () => {
  database = await emptyDatabase();
  ({ knex } = database);
  await knex.raw(
    'CREATE TABLE days (a DATETIME(6) NULL, day DATE, text TEXT CHARACTER SET utf8mb4, big BIGINT)',
  );
});
afterAll(() => database.drop());

describe('a session', () => {
  test('is READ COMMITTED, strict and in UTC, on every connection of the pool', async () => {
    const settings = await Promise.all(
      Array.from({ length: 6 }, () =>
        knex.raw('SELECT @@tx_isolation AS isolation, @@time_zone AS zone, @@sql_mode AS mode, SLEEP(0.05)'),
      ),
    );
    for (const [[row]] of settings) {
      expect(row).toMatchObject({ isolation: 'READ-COMMITTED', zone: '+00:00' });
      expect(row.mode).toContain('STRICT_ALL_TABLES');
    }
  });

  test('gives up a statement after its limit', async () => {
    const short = createKnex(database.url, { statementSeconds: 1 });
    const error = await short.raw('SELECT SLEEP(5)').catch((thrown: unknown) => thrown);
    await short.destroy();
    expect(errnoOf(error)).toBe(1969);
  });

  test('waits five seconds for a connection, not for ever', async () => {
    const narrow = createKnex(database.url, { poolMax: 1 });
    const holder = await narrow.transaction();
    await expect(narrow.raw('SELECT 1')).rejects.toThrow(/Timeout acquiring a connection/);
    await holder.rollback();
    await narrow.destroy();
  });

  test('a password with special characters, and no port, are read from the address', () => {
    const { connection } = createKnex('mysql://a%40b:p%2Fw%3A@db.example/mail%5Froom').client.config;
    expect(connection).toMatchObject({
      host: 'db.example',
      port: 3306,
      user: 'a@b',
      password: 'p/w:',
      database: 'mail_room',
    });
  });
});

describe('values', () => {
  test.each(['2027-03-28T01:30:00.001Z', '2027-10-31T00:59:59.999Z', '2028-02-29T23:59:59.000Z'])(
    '%s comes back to the millisecond',
    async (instant) => {
      await knex('days').delete();
      await knex('days').insert({ a: toDb(instant) });
      const row = await knex('days').first('a', knex.raw('CAST(a AS CHAR) AS text'));
      expect(fromDb(row.a)).toBe(instant);
      expect(row.text).toBe(`${instant.replace('T', ' ').slice(0, 23)}000`);
    },
  );

  test('an empty instant stays empty, and what is no instant is a fault', () => {
    expect(fromDbOrNull(null)).toBeNull();
    expect(fromDbOrNull(toDb('2027-01-01T00:00:00.000Z'))).toBe('2027-01-01T00:00:00.000Z');
    expect(() => toDb('yesterday')).toThrow('not an instant');
  });

  test('a day is a day, a text keeps every character, a number too large is not rounded', async () => {
    await knex('days').delete();
    await knex('days').insert({ day: '2027-02-16', text: 'één 📬 ß', big: '9007199254740993' });
    expect(await knex('days').first('day', 'text', 'big')).toEqual({
      day: '2027-02-16',
      text: 'één 📬 ß',
      big: '9007199254740993',
    });
  });

  test('a text too long is refused, not cut', async () => {
    await knex.raw('CREATE TABLE short (text VARCHAR(3))');
    await expect(knex('short').insert({ text: 'four' })).rejects.toMatchObject({ errno: 1406 });
  });
});
