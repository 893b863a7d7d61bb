import { existsSync, statfsSync } from 'node:fs';
import { dirname } from 'node:path';
import { PlainError } from '../plain-error.mjs';

/** Refuses before the work begins when the disk that holds `folder` has less room than it takes. */
export function needSpace(folder, megabytes, what) {
  let there = folder;
  while (!existsSync(there)) there = dirname(there);
  const { bavail, bsize } = statfsSync(there);
  const free = Math.floor((bavail * bsize) / 1e6);
  if (free >= megabytes) return;
  throw new PlainError(
    `${what} needs about ${megabytes} MB of disk space at ${there}, and only ${free} MB are free there.`,
  );
}
