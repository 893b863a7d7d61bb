import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { PlainError } from '../plain-error.mjs';
import { guarded, run } from '../processes/guard.mjs';
import { initialSql, settingsOf } from './mariadb-settings.mjs';
import { greets, untilReady } from './ready.mjs';

/**
 * A private MariaDB with encryption at rest. `place` keeps its data, `secrets` its keys and password: two folders,
 * so that who carries the data away does not carry the key with it.
 * Started again at the same places it has its data still.
 */
export async function startMariadb({ programs, place, secrets, port, log, mayCreateDatabases = false }) {
  const keys = join(secrets, 'mariadb-encryption-keys');
  const password = kept(join(secrets, 'mariadb-password'), () => randomBytes(24).toString('hex'));
  kept(keys, () => `1;${randomBytes(32).toString('hex')}\n`);
  mkdirSync(join(place, 'tmp'), { recursive: true, mode: 0o700 });
  const settings = join(place, 'mariadb.cnf');
  writeFileSync(settings, settingsOf({ place, keys, base: programs.base, port }), { mode: 0o600 });
  await createData({ programs, place, settings });
  // Not before: the installation knows no accounts yet.
  writeFileSync(join(place, 'init.sql'), initialSql({ password, mayCreateDatabases }), { mode: 0o600 });

  const start = () => guarded(programs.server, [`--defaults-file=${settings}`], { output: log });
  const child = start();
  const isReady = () => greets(port);
  await untilReady('MariaDB', child, log, isReady);
  return { child, start, isReady, url: `mysql://mailroom:${password}@127.0.0.1:${port}/mailroom` };
}

/** Creates the system tables once; an attempt that was cut off is begun anew. */
async function createData({ programs, place, settings }) {
  const whole = join(place, 'created');
  if (existsSync(whole)) return;
  rmSync(join(place, 'data'), { recursive: true, force: true });
  mkdirSync(join(place, 'data'), { mode: 0o700 });
  writeFileSync(join(place, 'init.sql'), '');
  // Patch releases differ in where the script looks for its own programs unless it is told.
  const options = [`--basedir=${programs.base}`, '--auth-root-authentication-method=normal'];
  const lean = ['--skip-test-db', '--skip-name-resolve'];
  const { code, text } = await run(programs.install, [`--defaults-file=${settings}`, ...options, ...lean]);
  if (code !== 0)
    throw new PlainError(`MariaDB could not create its data folder ${place}:\n${text.trimEnd()}`);
  writeFileSync(whole, '');
}

/** A secret is made once an installation and read by its owner only. */
function kept(path, make) {
  if (!existsSync(path)) {
    mkdirSync(dirname(path), { recursive: true, mode: 0o700 });
    writeFileSync(path, make(), { mode: 0o600 });
  }
  return readFileSync(path, 'utf8').trim();
}
