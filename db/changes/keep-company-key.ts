import type { Knex } from 'knex';
import { change } from './change.ts';

/**
 * Keeps the wrapped key of a company unless it has one, and returns the one that holds: two scans that arrive first at
 * once are sealed under the same (SE-02). A fact about keys, not about anybody: no event.
 */
export const keepCompanyKey =
  (knex: Knex) =>
  (companyId: string, wrappedKey: string): Promise<string> =>
    change(knex, null, async (trx) => {
      await trx.raw(
        'INSERT INTO company_keys (company_id, wrapped_key) VALUES (?, ?) ON DUPLICATE KEY UPDATE company_id = company_id',
        [companyId, wrappedKey],
      );
      const kept = await trx('company_keys')
        .where({ company_id: companyId })
        .first<{ wrapped_key: string }>('wrapped_key');
      return kept.wrapped_key;
    });
