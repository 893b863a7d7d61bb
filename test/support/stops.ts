/** Ways to stop the product at an exact place, from outside: by holding what its database needs to go on. */
import type { Knex } from 'knex';
import { giveConnectionBack, takeConnection } from '../../db/raw-connection.ts';

export interface Held {
  /** How many wait at what is held. */
  readonly waiting: () => Promise<number>;
  /** Lets them go on; what those committed who have been killed meanwhile is carried out all the same. */
  readonly release: () => Promise<void>;
}

/** Every COMMIT of the server waits: whoever is killed then never learns that it happened. One at a time a company. */
export function withCommitsHeld<T>(knex: Knex, work: (held: Held) => Promise<T>): Promise<T> {
  return whileHeld(work, async () => {
    const connection = await takeConnection(knex);
    const backup = (stage: string) => knex.raw(`BACKUP STAGE ${stage}`).connection(connection);
    await backup('START');
    await backup('BLOCK_COMMIT');
    return {
      waiting: () => atStatement(knex, 'COMMIT%'),
      release: async () => {
        // When the server itself was killed there is nothing to release.
        await backup('END').catch(() => undefined);
        await giveConnectionBack(knex, connection);
      },
    };
  });
}

/** Every event of these companies waits: a change has done all its work then, and has committed nothing. */
export function withChainsHeld<T>(
  knex: Knex,
  companyIds: readonly string[],
  work: (held: Held) => Promise<T>,
): Promise<T> {
  return whileHeld(work, async () => {
    const trx = await knex.transaction();
    await trx('chain_heads').whereIn('chain_id', companyIds).forUpdate().select();
    return {
      // Who waits for one of these waits for the head: at it, or behind somebody of the same company.
      waiting: () => lockWaits(knex),
      release: async () => {
        await trx.rollback();
      },
    };
  });
}

async function whileHeld<T>(work: (held: Held) => Promise<T>, hold: () => Promise<Held>): Promise<T> {
  const { waiting, release } = await hold();
  let released: Promise<void> | undefined;
  const held = { waiting, release: () => (released ??= release()) };
  try {
    return await work(held);
  } finally {
    await held.release();
  }
}

/** How many others are at a statement of that pattern. */
export async function atStatement(knex: Knex, pattern: string): Promise<number> {
  const [rows] = await knex.raw(
    'SELECT COUNT(*) AS n FROM information_schema.processlist WHERE db = DATABASE() AND id <> CONNECTION_ID() AND info LIKE ?',
    [pattern],
  );
  return Number(rows[0].n);
}

/** Not from `innodb_trx`, which stays as it was while it is asked more often than ten times a second. */
export async function lockWaits(knex: Knex): Promise<number> {
  const [rows] = await knex.raw("SHOW GLOBAL STATUS LIKE 'Innodb_row_lock_current_waits'");
  return Number(rows[0].Value);
}
