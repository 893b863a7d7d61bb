import type { Knex } from 'knex';
import { change } from './change.ts';

/**
 * Keeps the wrapped key of an issuer unless it has one, and returns the one that holds: two deliveries that come first at once
 * are sealed under the same (SE-02). A fact about keys, not about anybody: no event.
 */
export const keepIssuerKey =
  (knex: Knex) =>
  (issuerId: string, wrappedKey: string): Promise<string> =>
    change(knex, null, async (trx) => {
      await trx.raw(
        'INSERT INTO issuer_keys (issuer_id, wrapped_key) VALUES (?, ?) ON DUPLICATE KEY UPDATE issuer_id = issuer_id',
        [issuerId, wrappedKey],
      );
      const kept = await trx('issuer_keys')
        .where({ issuer_id: issuerId })
        .first<{ wrapped_key: string }>('wrapped_key');
      return kept.wrapped_key;
    });
