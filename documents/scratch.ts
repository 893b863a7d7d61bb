import { createHash, randomUUID } from 'node:crypto';
import { open, rm, statfs } from 'node:fs/promises';
import type { FileHandle } from 'node:fs/promises';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { Refused, refuseValue } from '../domain/verdict.ts';

/** A file in memory that is gone when the work with it is done. */
export interface ScratchFile {
  /** Other programs of this user can open it under this path while the work lasts. */
  readonly path: string;
  readonly bytes: number;
  /** Of the content, in hex. */
  readonly sha256: string;
}

export interface ScratchLimits {
  /** A folder for which `checkScratchDir` has nothing to say. */
  readonly dir: string;
  readonly maxBytes: number;
}

/** The folder cannot take plain scans. `not-in-memory`: they would reach a disk. `full`: no room now. */
export class ScratchError extends Error {
  readonly reason: 'not-there' | 'not-in-memory' | 'full';
  constructor(reason: ScratchError['reason'], dir: string, cause?: unknown) {
    super(`scratch folder ${dir}: ${reason}`, { cause });
    this.name = 'ScratchError';
    this.reason = reason;
  }
}

const isLinux = process.platform === 'linux';
/** tmpfs and ramfs, from linux/magic.h. */
const memoryTypes: readonly number[] = [0x01021994, 0x858458f6];

/**
 * At the start of a process: throws ScratchError unless the folder is there and, on Linux, lies in memory.
 * Other systems have no such folder to offer and are trusted (decided.md, Mail items and scans).
 */
export async function checkScratchDir(dir: string): Promise<void> {
  const { type } = await statfs(dir).catch((error: unknown) => {
    throw new ScratchError('not-there', dir, error);
  });
  if (isLinux && !memoryTypes.includes(type)) throw new ScratchError('not-in-memory', dir);
}

/**
 * Writes what streams in to a file in memory, works with it and removes it, whatever happens. On Linux the
 * file loses its name before the first byte is written, so that not even kill -9 leaves it behind. Throws
 * Refused `scan.too-large` after `maxBytes`, ScratchError, the stream's own error, or that of the work. A
 * stream found too long is left where it is: whoever sent it can still be answered.
 */
export async function withScratchFile<T>(
  content: Readable,
  { dir, maxBytes }: ScratchLimits,
  use: (file: ScratchFile) => Promise<T>,
): Promise<T> {
  content.once('error', () => undefined); // one that fails before it is read is met when it is read
  await checkScratchDir(dir);
  const name = join(dir, `mailroom-${randomUUID()}`);
  const file = await open(name, 'wx+', 0o600);
  try {
    if (isLinux) await rm(name);
    const written = await fill(file, content, maxBytes, dir);
    return await use({ path: isLinux ? `/proc/${process.pid}/fd/${file.fd}` : name, ...written });
  } finally {
    await file.close();
    await rm(name, { force: true });
  }
}

async function fill(
  file: FileHandle,
  content: Readable,
  maxBytes: number,
  dir: string,
): Promise<{ bytes: number; sha256: string }> {
  const hash = createHash('sha256');
  let bytes = 0;
  for await (const chunk of content.iterator({ destroyOnReturn: false }) as AsyncIterable<Buffer>) {
    bytes += chunk.length;
    if (bytes > maxBytes) throw new Refused(refuseValue('scan.too-large', { maxBytes }));
    hash.update(chunk);
    await file.writeFile(chunk).catch((error: unknown) => {
      throw new ScratchError('full', dir, error);
    });
  }
  return { bytes, sha256: hash.digest('hex') };
}
