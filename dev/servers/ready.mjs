import { readFileSync } from 'node:fs';
import { connect } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import { PlainError } from '../plain-error.mjs';

/** Asks again and again until a server answers; says which log to read when it ends or stays silent. */
export async function untilReady(what, child, log, isReady, timeoutMs = 60_000) {
  const until = Date.now() + timeoutMs;
  while (!(await isReady())) {
    if (!child.running) throw new PlainError(`${what} ended before it was ready. ${tailOf(log)}`);
    if (Date.now() > until)
      throw new PlainError(`${what} was not ready after ${timeoutMs / 1000} s. ${tailOf(log)}`);
    await pause(50);
  }
}

/** The end of a log, for a failure that the reader must understand without looking for the file. */
function tailOf(log, lines = 8) {
  let text = '';
  try {
    text = readFileSync(log, 'utf8');
  } catch {
    // it never wrote a line
  }
  return `The end of ${log}:\n${text.trimEnd().split('\n').slice(-lines).join('\n')}`;
}

/** True when a TCP server at the port greets with at least one byte, as MariaDB and SMTP servers do. */
export function greets(port) {
  return new Promise((resolve) => {
    const socket = connect({ host: '127.0.0.1', port });
    const answer = (yes) => {
      socket.destroy();
      resolve(yes);
    };
    socket.setTimeout(2000, () => answer(false));
    socket.once('data', () => answer(true));
    socket.once('error', () => answer(false));
    socket.once('close', () => answer(false));
  });
}

/** True when a page answers with a 2xx. */
export async function answers(url) {
  try {
    const response = await fetch(url, { signal: AbortSignal.timeout(2000) });
    await response.arrayBuffer();
    return response.ok;
  } catch {
    return false;
  }
}
