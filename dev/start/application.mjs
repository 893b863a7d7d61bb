import { PlainError } from '../plain-error.mjs';
import { guarded, run } from '../processes/guard.mjs';
import { step } from '../say.mjs';
import { answers, untilReady } from '../servers/ready.mjs';
import { root } from '../root.mjs';
import { keep, kept } from './kept.mjs';
import { newLog, places } from './places.mjs';

const TYPESCRIPT = ['--import', 'tsx'];

/** Brings the database to the present state. */
export async function migrate(env) {
  await step('Migrations', () => command('commands/migrate.ts', env));
}

/**
 * The demo data: made at the first start, when the command prints `{ "logins": [{ … }], … }`.
 * Passwords and tokens are hashed in the database, so what was printed then is kept to be shown again.
 */
export async function seedDemo(env) {
  const { stdout } = await step('Demo data', () => command('commands/seed-demo.ts', env));
  const printed = lastJson(stdout);
  if (printed?.logins?.length > 0) {
    const { logins, siteTokens = [], issuerTokens = [] } = printed;
    keep(places.demo, { logins, siteTokens, issuerTokens });
  }
  // What was kept before there were issuers does not name their tokens.
  return { logins: [], siteTokens: [], issuerTokens: [], ...kept(places.demo) };
}

/** Workers, relay and API; returns when the API says that all it needs is there. */
export async function startApplication({ env, apiPort, services }) {
  for (const name of ['workers', 'relay']) services.add(processOf(name, env));
  const api = services.add(processOf('api', env));
  const isReady = () => answers(`http://127.0.0.1:${apiPort}/health/ready`);
  await step('API, workers and relay', () => untilReady('The API', api.child, api.log, isReady));
}

function processOf(name, env) {
  const log = newLog(name);
  const start = () =>
    guarded(process.execPath, [...TYPESCRIPT, `${name}/main.ts`], { cwd: root, env, output: log });
  return { name, log, start, child: start() };
}

async function command(file, env) {
  const result = await run(process.execPath, [...TYPESCRIPT, file], { cwd: root, env });
  if (result.code !== 0) throw new PlainError(`${file} failed:\n${result.text.trimEnd()}`);
  return result;
}

/** A command may log before it prints its result. */
function lastJson(text) {
  for (const candidate of [text, ...text.trimEnd().split('\n').reverse()]) {
    try {
      const value = JSON.parse(candidate);
      if (value?.logins !== undefined) return value;
    } catch {
      // a log line
    }
  }
  return undefined;
}
