// A lock is a file with the process id of its holder and when that process began, so that a lock left behind
// by a killed process is recognised even when its id has been given to another one since.
import { linkSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { PlainError } from '../plain-error.mjs';
import { say } from '../say.mjs';

const WAIT_MS = 500;
const GIVE_UP_MS = 30 * 60_000;

/** Takes the lock and returns its release, or undefined while a living process holds it. */
export function takeLock(path) {
  // Written beside it and linked into place: the lock is never there without its holder's name.
  const mine = `${path}.mine-${process.pid}`;
  writeFileSync(mine, JSON.stringify({ pid: process.pid, began: beginOf(process.pid) }), { mode: 0o600 });
  try {
    for (let attempt = 0; attempt < 5; attempt += 1) {
      if (linked(mine, path)) return () => rmSync(path, { force: true });
      if (lockHolder(path) !== undefined) return undefined;
      removeStale(path);
    }
    return undefined;
  } finally {
    rmSync(mine, { force: true });
  }
}

/** The process id of the living holder, if there is one. */
export function lockHolder(path) {
  const holder = parse(read(path));
  return holder !== undefined && beginOf(holder.pid) === holder.began ? holder.pid : undefined;
}

/** Waits for the lock, does the work, gives the lock back. */
export async function withLock(path, what, work) {
  const from = Date.now();
  let told = false;
  for (;;) {
    const release = takeLock(path);
    if (release !== undefined) {
      try {
        return await work();
      } finally {
        release();
      }
    }
    if (!told) say(`${what}: another process (${lockHolder(path) ?? 'ended'}) is at it, waiting for it`);
    told = true;
    if (Date.now() - from > GIVE_UP_MS) {
      throw new PlainError(
        `${what}: process ${lockHolder(path)} has held ${path} for half an hour; end it and try again.`,
      );
    }
    await new Promise((resolve) => setTimeout(resolve, WAIT_MS));
  }
}

/** When a living process began, or undefined; '' where the machine does not tell (no /proc). */
function beginOf(pid) {
  try {
    process.kill(pid, 0);
  } catch (error) {
    if (error.code !== 'EPERM') return undefined;
  }
  const stat = read(`/proc/${pid}/stat`);
  if (stat === undefined) return '';
  // The name in brackets may hold blanks; behind it come the state and, 19 fields on, the begin.
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  return fields[0] === 'Z' ? undefined : fields[19];
}

/** Two processes may find the same stale lock: it is moved aside first, and put back if it was no longer that one. */
function removeStale(path) {
  const aside = `${path}.stale-${process.pid}`;
  try {
    renameSync(path, aside);
    if (lockHolder(aside) !== undefined) linkSync(aside, path);
  } catch {
    // somebody else was faster
  }
  rmSync(aside, { force: true });
}

function linked(from, to) {
  try {
    linkSync(from, to);
    return true;
  } catch (error) {
    if (error.code === 'EEXIST') return false;
    throw error;
  }
}

function read(path) {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return undefined;
  }
}

function parse(text) {
  try {
    return JSON.parse(text ?? '');
  } catch {
    return undefined;
  }
}
