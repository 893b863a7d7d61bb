import { createServer, connect, type AddressInfo, type Server } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import type { Knex } from 'knex';
import { change, OutcomeUnknown } from '../../db/changes/change.ts';
import { createKnex } from '../../db/knex.ts';
import { giveConnectionBack, takeConnection } from '../../db/raw-connection.ts';
import { createPurses, purseOf, requestFor, withdraw } from './facts.ts';
import { migratedDatabase, type OwnDatabase } from './own-database.ts';

/** What happens to the next COMMIT on its way: lost before the server, its answer lost, or cut while it is at work. */
type Fate = 'lost' | 'answer-lost' | 'cut' | null;

let database: OwnDatabase;
let wire: Server;
let knex: Knex;
let fate: Fate = null;

beforeAll(async () => {
  database = await migratedDatabase();
  const { hostname, port } = new URL(database.url);
  wire = createServer((client) => {
    const server = connect(Number(port), hostname);
    let isAnswerLost = false;
    const cut = () => {
      client.destroy();
      server.destroy();
    };
    client.on('data', (bytes) => {
      const present = bytes.includes('COMMIT') ? fate : null;
      if (present !== null) fate = null;
      if (present === 'lost') {
        cut();
        return;
      }
      server.write(bytes);
      if (present === 'answer-lost') isAnswerLost = true;
      // The server keeps its side, and so its transaction, until COMMIT is through.
      if (present === 'cut') client.destroy();
    });
    server.on('data', (bytes) => (isAnswerLost || client.destroyed ? cut() : client.write(bytes)));
    client.on('error', () => undefined).on('end', () => server.end());
    server.on('error', () => undefined).on('close', () => client.destroy());
  });
  await new Promise<void>((resolve) => wire.listen(0, '127.0.0.1', resolve));
  const { port: wirePort } = wire.address() as AddressInfo;
  const url = Object.assign(new URL(database.url), { hostname: '127.0.0.1', port: String(wirePort) });
  knex = createKnex(url.href);
});
beforeEach(() => createPurses(database.knex, { a: 100 }));
afterAll(async () => {
  await knex.destroy();
  wire.close();
  await database.drop();
});

const take = (key: string | null) =>
  change(knex, key === null ? null : requestFor(key), (trx) => withdraw(trx, 'a', 10));

describe('the connection is lost at COMMIT', () => {
  test('before the server had it: done under the same id, once', async () => {
    fate = 'lost';
    expect(await take('before')).toEqual({ left: 90 });
    expect(await purseOf(database.knex, 'a')).toBe(90);
  });

  test('after it was carried out: its answer is found by the id, nothing is done twice', async () => {
    fate = 'answer-lost';
    expect(await take('after')).toEqual({ left: 90 });
    expect(await purseOf(database.knex, 'a')).toBe(90);
  });

  test('without an id the outcome is unknown and nothing is tried again', async () => {
    fate = 'answer-lost';
    await expect(take(null)).rejects.toBeInstanceOf(OutcomeUnknown);
    expect(await purseOf(database.knex, 'a')).toBe(90);
  });

  test('while it is under way: the repeat waits for its fate', async () => {
    await withCommitsHeld(async () => {
      fate = 'cut';
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
    const gone = createKnex('mysql://nobody@127.0.0.1:1/none');
    let isAway = false;
    const leaving = new Proxy(knex, {
      get: (target, name) => Reflect.get(isAway ? gone : target, name) as unknown,
    });
    fate = 'lost';
    const taken = change(leaving, requestFor('away'), async (trx) => {
      isAway = true;
      return withdraw(trx, 'a', 10);
    });
    await expect(taken).rejects.toMatchObject({ name: 'OutcomeUnknown', requestId: requestFor('away').id });
    await gone.destroy();
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
