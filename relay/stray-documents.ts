/** Identity documents that should be gone: the sweep that shows none older than an hour after the result (SE-03, WF-19). */
import type { Knex } from 'knex';
import { destroyStray } from '../db/changes/destroy-identity-document.ts';
import { strayIdentityDocuments } from '../db/queries/identity-checks.ts';
import type { Instant } from '../domain/calendar.ts';
import type { ObjectStore } from '../platform/object-store.ts';

interface StrayDeps {
  readonly knex: Knex;
  readonly objectStore: ObjectStore;
  readonly clock: () => Instant;
  readonly log: { error(facts: object, message: string): void };
}

/**
 * Destroys what lies there longer than an hour after the result, or was never taken by a check: object, key, record. Each
 * is an alarm, for its life should have done it. Returns the ids; a repeat is harmless.
 */
export async function destroyStrays({
  knex,
  objectStore,
  clock,
  log,
}: StrayDeps): Promise<readonly string[]> {
  const strays = await strayIdentityDocuments(knex, clock());
  for (const id of strays) {
    log.error({ alarm: 'identity-document.stray', documentId: id }, 'an identity document was still there');
    await objectStore.remove(id);
    await destroyStray(knex)(id, clock());
  }
  return strays;
}
