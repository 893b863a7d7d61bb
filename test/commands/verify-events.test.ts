import { execFile } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { parseEnv, promisify } from 'node:util';
import { v7 as uuidv7 } from 'uuid';
import { eventOf, tell } from '../db/facts.ts';
import { migratedDatabase, type OwnDatabase } from '../db/own-database.ts';

let database: OwnDatabase;

beforeAll(async () => {
  database = await migratedDatabase();
});
afterAll(() => database.drop());

/** The command as it is called, with the variables of `.env.example` and this database. */
async function run(command: string): Promise<{ code: number; stdout: string }> {
  const example = parseEnv(readFileSync('.env.example', 'utf8'));
  const env = { ...process.env, ...example, NODE_OPTIONS: '', DATABASE_URL: database.url };
  const arguments_ = ['--import', 'tsx', `commands/${command}.ts`];
  return promisify(execFile)(process.execPath, arguments_, { env }).then(
    ({ stdout }) => ({ code: 0, stdout }),
    (error: unknown) => {
      const { code, stdout } = error as { code: number; stdout: string };
      return { code, stdout };
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
