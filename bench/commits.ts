/** Counted, not timed: what both stores commit for one command, read from their own counters (P4). */
import { open } from 'node:fs/promises';
import type { Knex } from 'knex';

export interface Commits {
  /** Transactions of the engine's SQLite file; with `synchronous=2` each is one fsync of its log. */
  readonly engine: number;
  /** COMMIT statements that MariaDB was sent. */
  readonly business: number;
  /** Writes of MariaDB's redo log, at most one fsync each. */
  readonly redo: number;
}

/** The counters as they stand. `store`: the file of the Temporal dev server. */
export async function readCommits(knex: Knex, store: string): Promise<Commits> {
  const [rows] = (await knex.raw(
    "SHOW GLOBAL STATUS WHERE Variable_name IN ('Com_commit', 'Innodb_os_log_fsyncs', 'Innodb_log_writes')",
  )) as [{ Variable_name: string; Value: string }[]];
  const status = new Map(rows.map((row) => [row.Variable_name, Number(row.Value)]));
  return {
    engine: await commitsOf(store),
    business: status.get('Com_commit') ?? 0,
    redo: status.get('Innodb_os_log_fsyncs') ?? status.get('Innodb_log_writes') ?? 0,
  };
}

export function difference(later: Commits, earlier: Commits): Commits {
  return {
    engine: later.engine - earlier.engine,
    business: later.business - earlier.business,
    redo: later.redo - earlier.redo,
  };
}

/** SQLite counts the transactions of a write-ahead log in its index: bytes 8 to 11 of the file `-shm` (walformat). */
async function commitsOf(store: string): Promise<number> {
  const file = await open(`${store}-shm`, 'r');
  try {
    const header = Buffer.alloc(12);
    await file.read(header, 0, header.length, 0);
    return header.readUInt32LE(8);
  } finally {
    await file.close();
  }
}
