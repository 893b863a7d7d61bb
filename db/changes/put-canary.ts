import type { Knex } from 'knex';
import type { Canary } from '../queries/canaries.ts';
import { change } from './change.ts';

/**
 * Puts a sealed word under its name unless there is one, and returns the one that holds: of two processes that start
 * at once with different keys, the second gets the first one's and finds that it cannot open it. A fact about keys,
 * not about anybody: no event.
 */
export const putCanary =
  (knex: Knex) =>
  (canary: Canary): Promise<Canary> =>
    change(knex, null, async (trx) => {
      await trx.raw(
        'INSERT INTO key_canaries (name, sealed) VALUES (?, ?) ON DUPLICATE KEY UPDATE name = name',
        [canary.name, canary.sealed],
      );
      const kept = await trx('key_canaries').where({ name: canary.name }).first<Canary>('name', 'sealed');
      return kept;
    });
