// What takes long once is kept outside the checkout, so that a fresh clone finds it.
import { existsSync, mkdirSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { homedir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { withLock } from '../processes/lock.mjs';

export function cacheRoot(env = process.env) {
  if (env.MAILROOM_CACHE) return env.MAILROOM_CACHE;
  return join(env.XDG_CACHE_HOME || join(homedir(), '.cache'), 'mailroom');
}

/**
 * The folder `<part>-<version>` of the cache, made by `make(folder)` when it is not there or not whole.
 * It is made in a temporary folder beside it and renamed when whole: a half-finished provisioning is begun anew,
 * and two processes at once do the work once.
 */
export async function cachedFolder(name, { isWhole, make }) {
  const folder = join(cacheRoot(), name);
  if (existsSync(folder) && (await isWhole(folder))) return folder;
  mkdirSync(cacheRoot(), { recursive: true });
  return withLock(`${folder}.lock`, name, async () => {
    if (existsSync(folder) && (await isWhole(folder))) return folder;
    removeLeftovers(folder);
    const unfinished = `${folder}.unfinished-${process.pid}`;
    mkdirSync(unfinished);
    try {
      await make(unfinished);
      rmSync(folder, { recursive: true, force: true });
      renameSync(unfinished, folder);
    } finally {
      rmSync(unfinished, { recursive: true, force: true });
    }
    return folder;
  });
}

function removeLeftovers(folder) {
  for (const entry of readdirSync(dirname(folder))) {
    if (!entry.startsWith(`${basename(folder)}.unfinished-`)) continue;
    rmSync(join(dirname(folder), entry), { recursive: true, force: true });
  }
}
