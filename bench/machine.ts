/** The machine in general words: what a reader needs to judge the figures, and nothing that names it. */
import { availableParallelism, platform, release, totalmem } from 'node:os';
import { readFileSync } from 'node:fs';

export function machineFacts(): string {
  const memory = Math.round(totalmem() / 2 ** 30);
  const day = new Date().toISOString().slice(0, 10);
  return (
    `${String(availableParallelism())} cores, ${String(memory)} GB of memory, ${systemName()}, ` +
    `Node ${process.versions.node}; MariaDB and the Temporal dev server as for the tests, with an fsync for every ` +
    `commit in both; ${day}.`
  );
}

/** `Debian GNU/Linux 12 (bookworm)`; elsewhere what Node knows of the system. */
function systemName(): string {
  try {
    const name = /^PRETTY_NAME="?([^"\n]+)"?$/m.exec(readFileSync('/etc/os-release', 'utf8'))?.[1];
    return name ?? `${platform()} ${release()}`;
  } catch {
    return `${platform()} ${release()}`;
  }
}
