import { randomBytes } from 'node:crypto';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { PlainError } from '../plain-error.mjs';
import { guarded, run, stopInOrder } from '../processes/guard.mjs';
import { root } from '../root.mjs';
import { step } from '../say.mjs';
import { freePort } from '../servers/ports.mjs';
import { answers, untilReady } from '../servers/ready.mjs';

const TYPESCRIPT = ['--import', 'tsx'];

/** What is measured: two APIs and the workers of the product in processes of their own, and the workers of the reference. */
const PROCESSES = [
  { name: 'workers', built: 'workers/main.js' },
  { name: 'reference', source: 'bench/reference/worker.ts' },
  { name: 'api', built: 'api/main.js', at: 'BENCH_API' },
  { name: 'second api', built: 'api/main.js', at: 'BENCH_SECOND_API' },
];

/** The house on servers that are there already; `env` tells the measurements where everything is. */
export async function startHouse({ env: servers, folder }) {
  const ports = { BENCH_API: await freePort(), BENCH_SECOND_API: await freePort() };
  const prepared = await step('A database of its own', () => prepare(servers));
  const env = { ...process.env, ...servers, ...settingsOf({ servers, prepared, folder, ports }) };
  const children = [];
  const pids = {};
  const stop = () => stopInOrder(children.toReversed());
  try {
    mkdirSync(env.OBJECT_STORE_DIR);
    await step('API and workers', async () => {
      for (const { name, built, source, at } of PROCESSES) {
        const log = join(folder, 'logs', `${name}.log`);
        const own = at === undefined ? env : { ...env, API_PORT: String(ports[at]) };
        const program = source
          ? [...TYPESCRIPT, source]
          : ['--enable-source-maps', join(servers.BUILT, built)];
        const child = guarded(process.execPath, program, { cwd: root, env: own, output: log });
        children.push(child);
        pids[name] = await child.started;
        if (at !== undefined)
          await untilReady('The API', child, log, () => answers(`${env[at]}/health/ready`));
      }
    });
    return { env: { ...env, BENCH_PIDS: JSON.stringify(pids) }, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

/** As in production: answers are not checked against the API document, log lines are written. */
function settingsOf({ servers, prepared, folder, ports }) {
  return {
    ...prepared,
    MAILROOM_ENV: 'production',
    TEMPORAL_NAMESPACE: 'default',
    TEMPORAL_TASK_QUEUE: 'mailroom',
    SMTP_URL: servers.SMTP_URL,
    MAIL_FROM: 'Mailroom <no-reply@mailroom.example>',
    PUBLIC_URL: 'https://mailroom.example',
    API_HOST: '127.0.0.1',
    API_PORT: String(ports.BENCH_API),
    OBJECT_STORE_DIR: join(folder, 'objects'),
    SCRATCH_DIR: '/dev/shm',
    MASTER_KEYS: newKey('m1'),
    PAYLOAD_KEYS: newKey('p1'),
    // the load says from where each log-in comes
    TRUSTED_PROXIES: '127.0.0.1',
    LOG_LEVEL: 'info',
    ...Object.fromEntries(Object.entries(ports).map(([name, port]) => [name, `http://127.0.0.1:${port}`])),
  };
}

/** `bench/prepare.ts` prints what it made as one line of JSON. */
async function prepare(servers) {
  const env = { ...process.env, ...servers };
  const { code, text, stdout } = await run(process.execPath, [...TYPESCRIPT, 'bench/prepare.ts'], {
    cwd: root,
    env,
  });
  if (code !== 0) throw new PlainError(`bench/prepare.ts failed:\n${text.trimEnd()}`);
  return JSON.parse(stdout);
}

function newKey(id) {
  return `${id}:${randomBytes(32).toString('base64')}`;
}
