import type { Knex } from 'knex';
import { change, OutcomeUnknown } from '../../db/changes/change.ts';
import { withCommitsHeld } from '../support/stops.ts';
import { until } from '../support/wait.ts';
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
    const taken = await begunWhileHeld(() => {
      wire.next('cut');
      return take('under way');
    });
    expect(await taken.answer).toEqual({ left: 90 });
    expect(await purseOf(database.knex, 'a')).toBe(90);
  });

  test('killed by KILL from another connection: resolved by the id', async () => {
    const taken = await begunWhileHeld(() => take('killed'), killWhoCommits);
    expect(await taken.answer).toEqual({ left: 90 });
    expect(await purseOf(database.knex, 'a')).toBe(90);
  });

  test('and the database stays away: OutcomeUnknown names the request', async () => {
    wire.next('lost');
    const taken = change(wire.dying, requestFor('away'), (trx) => withdraw(trx, 'a', 10));
    await expect(taken).rejects.toMatchObject({ name: 'OutcomeUnknown', requestId: requestFor('away').id });
  });
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

/** Begun while every COMMIT of the server waits, which goes on when its own has come and what is to befall it has. */
function begunWhileHeld<T>(
  begin: () => Promise<T>,
  befalls: () => Promise<void> = () => Promise.resolve(),
): Promise<{ readonly answer: Promise<T> }> {
  return withCommitsHeld(database.admin, async ({ waiting }) => {
    const answer = begin();
    answer.catch(() => undefined);
    await until('it commits', async () => (await waiting()) > 0);
    await befalls();
    return { answer };
  });
}

async function killWhoCommits(): Promise<void> {
  const [[{ id }]] = await database.admin.raw(
    "SELECT id FROM information_schema.processlist WHERE db = DATABASE() AND info LIKE 'COMMIT%'",
  );
  await database.admin.raw(`KILL ${id}`);
}
