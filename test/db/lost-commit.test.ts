import { setTimeout as pause } from 'node:timers/promises';
import type { Knex } from 'knex';
import { change, OutcomeUnknown } from '../../db/changes/change.ts';
import { giveConnectionBack, takeConnection } from '../../db/raw-connection.ts';
import { commitWire, type CommitWire } from './commit-wire.ts';
import { createPurses, purseOf, requestFor, withdraw } from './facts.ts';
import { migratedDatabase, type OwnDatabase } from './own-database.ts';

let database: OwnDatabase;
let wire: CommitWire;
let knex: Knex;

beforeAll(async () => {
  database = await migratedDatabase();
  wire = await commitWire(database);
  ({ knex } = wire);
});
beforeEach(() => createPurses(database.knex, { a: 100 }));
afterAll(async () => {
  await wire.close();
  await database.drop();
});

const take = (key: string | null) =>
  change(knex, key === null ? null : requestFor(key), (trx) => withdraw(trx, 'a', 10));

describe('the connection is lost at COMMIT', () => {
  test('before the server had it: done under the same id, once', async () => {
    wire.next('lost');
    expect(await take('before')).toEqual({ left: 90 });
    expect(await purseOf(database.knex, 'a')).toBe(90);
  });

  test('after it was carried out: its answer is found by the id, nothing is done twice', async () => {
    wire.next('answer-lost');
    expect(await take('after')).toEqual({ left: 90 });
    expect(await purseOf(database.knex, 'a')).toBe(90);
  });

  test('without an id the outcome is unknown and nothing is tried again', async () => {
    wire.next('answer-lost');
    await expect(take(null)).rejects.toBeInstanceOf(OutcomeUnknown);
    expect(await purseOf(database.knex, 'a')).toBe(90);
  });

  test('while it is under way: the repeat waits for its fate', async () => {
    await withCommitsHeld(async () => {
      wire.next('cut');
      const taken = take('under way');
      await pause(500);
      return taken;
    }).then((answer) => expect(answer).toEqual({ left: 90 }));
    expect(await purseOf(database.knex, 'a')).toBe(90);
  }, 15_000);

  test('killed by KILL from another connection: resolved by the id', async () => {
    const answer = await withCommitsHeld(async () => {
      const taken = take('killed');
      await killWhoCommits();
      return taken;
    });
    expect(answer).toEqual({ left: 90 });
    expect(await purseOf(database.knex, 'a')).toBe(90);
  }, 15_000);

  test('and the database stays away: OutcomeUnknown names the request', async () => {
    wire.next('lost');
    const taken = change(wire.dying, requestFor('away'), (trx) => withdraw(trx, 'a', 10));
    await expect(taken).rejects.toMatchObject({ name: 'OutcomeUnknown', requestId: requestFor('away').id });
  }, 15_000);
});

describe('the connection is lost before COMMIT', () => {
  test('nothing was committed, so the work is done anew, with or without an id', async () => {
    let tries = 0;
    const answer = await change(knex, null, async (trx) => {
      tries += 1;
      const [[{ id }]] = await trx.raw('SELECT CONNECTION_ID() AS id');
      if (tries === 1) await database.admin.raw(`KILL ${id}`);
      return withdraw(trx, 'a', 10);
    });
    expect({ answer, tries }).toEqual({ answer: { left: 90 }, tries: 2 });
  });
});

/** Every COMMIT of the server waits while `begin` runs; what it began is awaited after they may go on. */
async function withCommitsHeld<T>(begin: () => Promise<T>): Promise<T> {
  const connection = await takeConnection(database.admin);
  const backup = (stage: string) => database.admin.raw(`BACKUP STAGE ${stage}`).connection(connection);
  let begun: Promise<T>;
  await backup('START');
  await backup('BLOCK_COMMIT');
  try {
    begun = begin();
    await pause(600);
  } finally {
    await backup('END');
    await giveConnectionBack(database.admin, connection);
  }
  return begun;
}

async function killWhoCommits(): Promise<void> {
  for (let waited = 0; waited < 50; waited += 1) {
    const [rows] = await database.admin.raw(
      "SELECT id FROM information_schema.processlist WHERE db = ? AND info LIKE 'COMMIT%'",
      [database.name],
    );
    if (rows.length > 0) return database.admin.raw(`KILL ${rows[0].id}`);
    await pause(10);
  }
  throw new Error('nobody is committing');
}
