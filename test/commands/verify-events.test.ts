import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { v7 as uuidv7 } from 'uuid';
import { eventOf, tell } from '../db/facts.ts';
import { migratedDatabase, type OwnDatabase } from '../db/own-database.ts';

let database: OwnDatabase;

beforeAll(async () => {
  database = await migratedDatabase();
});
afterAll(() => database.drop());

/** The command as it is called: told which database, and nothing else. */
async function run(
  command: string,
  databaseUrl = database.url,
): Promise<{ code: number; stdout: string; stderr?: string }> {
  const env = { PATH: process.env.PATH, HOME: process.env.HOME, DATABASE_URL: databaseUrl };
  const arguments_ = ['--import', 'tsx', `commands/${command}.ts`];
  return promisify(execFile)(process.execPath, arguments_, { env }).then(
    ({ stdout }) => ({ code: 0, stdout }),
    (error: unknown) => {
      const { code, stdout, stderr } = error as { code: number; stdout: string; stderr: string };
      return { code, stdout, stderr };
    },
  );
}

test('verify-events prints every chain, and fails when one is broken', async () => {
  const [whole, broken] = [uuidv7(), uuidv7()];
  await tell(database.knex, eventOf(whole));
  for (const pages of [1, 2, 3]) await tell(database.knex, eventOf(broken, { body: { pages } }));
  expect(await run('verify-events')).toEqual({
    code: 0,
    stdout: `${whole}: 1 events intact\n${broken}: 3 events intact\n`,
  });
  await database.knex('events').where({ chain_id: broken, seq: 2 }).update({ body: '{"pages":9}' });
  const { code, stdout } = await run('verify-events');
  expect(code).toBe(1);
  expect(stdout).toContain(`${whole}: 1 events intact\n`);
  expect(stdout).toMatch(
    new RegExp(`${broken}: BROKEN at 2, changed \\(event .*\\); 1 events intact before it`),
  );
});

test('migrate says when there is nothing to do', async () => {
  expect(await run('migrate')).toEqual({ code: 0, stdout: 'the schema is up to date\n' });
});

test('plain text over a network is refused in one line, for whoever is told nothing else runs in production', async () => {
  const { code, stderr } = await run('verify-events', 'mysql://reader:secret@db.example/mailroom');
  expect([code, stderr?.trim().split('\n')]).toEqual([
    1,
    [expect.stringMatching(/^DATABASE_URL: production needs TLS/)],
  ]);
});
