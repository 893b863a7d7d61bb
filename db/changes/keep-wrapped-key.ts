import type { Knex } from 'knex';
import { change } from './change.ts';

/**
 * Keeps the wrapped key of a company or an issuer unless it has one, and returns the one that holds: two scans or deliveries
 * that come first at once are sealed under the same (SE-02). A fact about keys, not about anybody: no event.
 */
const keepWrappedKey =
  (table: 'company_keys' | 'issuer_keys', holder: 'company_id' | 'issuer_id') =>
  (knex: Knex) =>
  (holderId: string, wrappedKey: string): Promise<string> =>
    change(knex, null, async (trx) => {
      await trx.raw('INSERT INTO ?? (??, wrapped_key) VALUES (?, ?) ON DUPLICATE KEY UPDATE ?? = ??', [
        ...[table, holder, holderId, wrappedKey],
        ...[holder, holder],
      ]);
      const kept = await trx(table)
        .where({ [holder]: holderId })
        .first<{ wrapped_key: string }>('wrapped_key');
      return kept.wrapped_key;
    });

export const keepCompanyKey = keepWrappedKey('company_keys', 'company_id');
export const keepIssuerKey = keepWrappedKey('issuer_keys', 'issuer_id');
