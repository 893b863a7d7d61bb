import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { freePort } from '../../dev/servers/ports.mjs';
import {
  copyOfDev,
  documentedVariables,
  moduleIn,
  removeTemporaryFolders,
  runModule,
  runNode,
  withoutJest,
} from './sandbox.ts';

afterAll(removeTemporaryFolders);

/** A checkout whose house somebody holds, as a supervisor does, with addresses written down. */
async function heldHouse(): Promise<{ place: string; holder: ChildProcess }> {
  const place = copyOfDev();
  mkdirSync(join(place, '.local/mails'), { recursive: true });
  const addresses = {
    api: 'http://127.0.0.1:1',
    temporalUi: 'http://127.0.0.1:2',
    mail: 'http://127.0.0.1:3',
  };
  writeFileSync(join(place, '.local/running.json'), JSON.stringify({ addresses }));
  const hold = `import { takeLock } from 'dev/processes/lock.mjs';
    console.log(takeLock('${place}/.local/supervisor.lock') !== undefined);
    setInterval(() => {}, 1000);`;
  const holder = spawn(process.execPath, ['--input-type=module', '--eval', moduleIn(place, hold)], {
    env: withoutJest(),
  });
  await new Promise((resolve) => holder.stdout.once('data', resolve));
  return { place, holder };
}

const killed = (child: ChildProcess) =>
  new Promise((resolve) => {
    child.on('exit', resolve);
    child.kill('SIGKILL');
  });

describe('a house that is running', () => {
  it('is not forgotten, and a killed one is', async () => {
    const { place, holder } = await heldHouse();
    const refused = runNode(['dev/reset.mjs'], { cwd: place });
    expect(refused.status).toBe(1);
    expect(refused.stderr.trim()).toMatch(
      /^Mailroom is running already .* Stop it first, then run `npm run reset` again\.$/,
    );
    expect(existsSync(join(place, '.local/mails'))).toBe(true);

    await killed(holder);
    expect(runNode(['dev/reset.mjs'], { cwd: place })).toMatchObject({ status: 0, stderr: '' });
    expect(readdirSync(join(place, '.local'))).toEqual([]);
  });

  it('is not started a second time: one sentence says where it is', async () => {
    const { place, holder } = await heldHouse();
    const { status, stdout, stderr } = runNode(['dev/start.mjs'], { cwd: place });
    await killed(holder);
    expect(status).toBe(1);
    expect(stdout).toBe('');
    expect(stderr).toBe(
      `Mailroom is running already (process ${String(holder.pid)}): API http://127.0.0.1:1, Temporal UI http://127.0.0.1:2, mails http://127.0.0.1:3.\n`,
    );
  });
});

describe('the environment of the application', () => {
  const read = (place: string, env: NodeJS.ProcessEnv = {}) =>
    JSON.parse(
      runModule(
        `import { environmentOf } from 'dev/start/environment.mjs';
         import { makePlaces } from 'dev/start/places.mjs';
         makePlaces();
         const servers = { databaseUrl: 'd', temporalAddress: 't', smtpUrl: 's', apiPort: 8081, qpdf: 'q' };
         console.log(JSON.stringify(environmentOf(servers)));`,
        place,
        env,
      ).stdout,
    ) as Record<string, string>;

  it('has every variable that .env.example explains', () => {
    expect(Object.keys(read(copyOfDev()))).toEqual(expect.arrayContaining(documentedVariables()));
  });

  it('has keys made once an installation, for its owner only', () => {
    const [one, other] = [copyOfDev(), copyOfDev()];
    const { MASTER_KEYS, PAYLOAD_KEYS } = read(one);
    expect(read(one)).toMatchObject({ MASTER_KEYS, PAYLOAD_KEYS });
    expect(read(other)['MASTER_KEYS']).not.toBe(MASTER_KEYS);
    expect(statSync(join(one, '.local/keys.json')).mode & 0o777).toBe(0o600);
  });

  it('leaves alone what is configured', () => {
    expect(read(copyOfDev(), { LOG_LEVEL: 'debug' })['LOG_LEVEL']).toBe('debug');
  });
});

describe('a port in use', () => {
  const ask = (text: string) =>
    runModule(`import { namedPort, preferredPort } from 'dev/servers/ports.mjs'; ${text}`).stdout;

  it('is passed over with one sentence, or refused with one when it was asked for by name', async () => {
    const taken = createServer();
    await new Promise<void>((resolve) => taken.listen(0, '127.0.0.1', resolve));
    const { port } = taken.address() as { port: number };
    const next = ask(`console.log(await preferredPort('the API', ${port}));`);
    expect(next).toMatch(new RegExp(`Port ${port} is in use: the API takes (\\d+)\\.\n\\1\n$`));
    const refused = ask(
      `await namedPort('the API', 'API_PORT', ${port}).catch((error) => console.log(error.message));`,
    );
    expect(refused).toBe(
      `Port ${port} is in use, so the API cannot start there: free it or set API_PORT to another one.\n`,
    );
    taken.close();
  });
});

describe('a free port', () => {
  it('is given to nobody else while who asked for it lives, though its server is not there', async () => {
    const three = { from: 19_000, to: 19_003 };
    const mine = [await freePort(three), await freePort(three)];
    const other = runModule(
      `import { freePort } from 'dev/servers/ports.mjs'; console.log(await freePort(${JSON.stringify(three)}));`,
    );
    expect([...mine, Number(other.stdout)].sort()).toEqual([19_000, 19_001, 19_002]);
  });
});
