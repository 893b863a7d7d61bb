import { spawn } from 'node:child_process';
import type { Readable } from 'node:stream';

export interface RunLimits {
  /** Of computing time. */
  readonly seconds: number;
  /** On the clock. */
  readonly clockMs: number;
  /** Of address space; held to on Linux only. */
  readonly megabytes: number;
  /** Of each of the two outputs; the rest is thrown away. */
  readonly outputBytes: number;
}

export interface RunOutcome {
  /** Null when a signal ended it. */
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
  /** It said more than was kept. */
  readonly isCutShort: boolean;
  /** The clock ended it. Otherwise a signal means that a limit was reached, or that it crashed. */
  readonly isLate: boolean;
  readonly signal: NodeJS.Signals | null;
}

/**
 * `-c 0`: no memory image on disk. `-f 0`: no files at all. An exit with 125 means that a limit could not be
 * set. The program gets none of our environment, which holds keys.
 */
const limited =
  'ulimit -c 0 && ulimit -f 0 && ulimit -t "$1" && ulimit -v "$2" || exit 125; shift 2; exec "$@"';
const environment = { PATH: '/usr/local/bin:/usr/bin:/bin:/opt/homebrew/bin', LC_ALL: 'C' };

/**
 * Runs a program under limits of computing time, memory, clock and output, in a process group of its own that
 * ends whole. Rejects when it cannot be started at all: no such program, or limits that cannot be set.
 */
export async function runLimited(
  program: string,
  args: readonly string[],
  { seconds, clockMs, megabytes, outputBytes }: RunLimits,
): Promise<RunOutcome> {
  const memory = process.platform === 'linux' ? String(Math.ceil(megabytes * 1024)) : 'unlimited';
  const child = spawn(
    '/bin/sh',
    ['-c', limited, 'sh', String(Math.ceil(seconds)), memory, program, ...args],
    {
      stdio: ['ignore', 'pipe', 'pipe'],
      env: environment,
      detached: true,
    },
  );
  let isLate = false;
  const clock = setTimeout(() => {
    isLate = true;
    if (child.pid !== undefined) process.kill(-child.pid, 'SIGKILL');
  }, clockMs);
  try {
    const ended = new Promise<Pick<RunOutcome, 'code' | 'signal'>>((resolve, reject) => {
      child.once('error', reject);
      child.once('close', (code, signal) => resolve({ code, signal }));
    });
    const [stdout, stderr, end] = await Promise.all([
      keep(child.stdout, outputBytes),
      keep(child.stderr, outputBytes),
      ended,
    ]);
    if (end.code !== null && [125, 126, 127].includes(end.code))
      throw new Error(`${program} could not be run (${end.code}): ${stderr.text.slice(0, 200).trim()}`);
    const isCutShort = stdout.isCutShort || stderr.isCutShort;
    return { ...end, stdout: stdout.text, stderr: stderr.text, isCutShort, isLate };
  } finally {
    clearTimeout(clock);
  }
}

/** Reads all of it, so that the writer never stalls, and keeps the beginning. */
async function keep(output: Readable, most: number): Promise<{ text: string; isCutShort: boolean }> {
  const chunks: Buffer[] = [];
  let bytes = 0;
  for await (const chunk of output as AsyncIterable<Buffer>) {
    if (bytes < most) chunks.push(chunk.subarray(0, most - bytes));
    bytes += chunk.length;
  }
  return { text: Buffer.concat(chunks).toString(), isCutShort: bytes > most };
}
