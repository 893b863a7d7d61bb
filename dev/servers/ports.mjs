import { randomInt } from 'node:crypto';
import { mkdirSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PlainError } from '../plain-error.mjs';
import { takeLock } from '../processes/lock.mjs';
import { say } from '../say.mjs';

const HOST = '127.0.0.1';
const NEXT = 50;
/** Below those that a system lends to whoever connects: from 32768 on Linux, from 49152 by RFC 6335. */
const FREE = { from: 20_000, to: 32_000 };
/** Ports given out by this process, which their servers may not have opened yet. */
const given = new Set();

/**
 * A port that nobody uses, and that nobody else is given while this process lives: its server may open it later, or be
 * away for a while.
 */
export async function freePort({ from, to } = FREE) {
  const claims = join(tmpdir(), `mailroom-ports-${process.getuid?.() ?? 'all'}`);
  mkdirSync(claims, { recursive: true, mode: 0o700 });
  for (;;) {
    const port = randomInt(from, to);
    if (given.has(port) || takeLock(join(claims, String(port))) === undefined) continue;
    if ((await listenOn(port)) !== undefined) return take(port);
  }
}

/** The usual port, or the next free one with a word about it. */
export async function preferredPort(what, usual) {
  for (let port = usual; port < usual + NEXT; port += 1) {
    if (given.has(port) || (await listenOn(port)) === undefined) continue;
    if (port !== usual) say(`Port ${usual} is in use: ${what} takes ${port}.`);
    return take(port);
  }
  throw new PlainError(`Ports ${usual} to ${usual + NEXT - 1} are all in use, so ${what} cannot start.`);
}

/** A port somebody has asked for by name is that one or none. */
export async function namedPort(what, variable, port) {
  if ((await listenOn(port)) !== undefined) return take(port);
  throw new PlainError(
    `Port ${port} is in use, so ${what} cannot start there: free it or set ${variable} to another one.`,
  );
}

function take(port) {
  given.add(port);
  return port;
}

function listenOn(port) {
  return new Promise((resolve) => {
    const probe = createServer();
    probe.once('error', () => resolve(undefined));
    probe.listen(port, HOST, () => {
      const { port: got } = probe.address();
      probe.close(() => resolve(got));
    });
  });
}
