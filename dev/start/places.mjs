import { existsSync, mkdirSync, renameSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../root.mjs';

const local = join(root, '.local');

/** Where `npm start` keeps what it must find again. */
export const places = {
  local,
  lock: join(local, 'supervisor.lock'),
  running: join(local, 'running.json'),
  keys: join(local, 'keys.json'),
  demo: join(local, 'demo-logins.json'),
  logs: join(local, 'logs'),
  mails: join(local, 'mails'),
  objects: join(local, 'objects'),
  mariadb: join(local, 'mariadb'),
  // Beside the data folder, never in it: see mariadb.mjs.
  secrets: join(local, 'secrets'),
  temporal: join(local, 'temporal.sqlite'),
};

export function makePlaces() {
  for (const folder of [local, places.logs, places.objects, places.secrets]) {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
  }
}

/** The log of a process; each start begins a new one and keeps the one before it. */
export function newLog(name) {
  const log = join(places.logs, `${name}.log`);
  if (existsSync(log)) renameSync(log, join(places.logs, `${name}.previous.log`));
  return log;
}
