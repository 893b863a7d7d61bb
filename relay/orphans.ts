/** Sealed objects that no row speaks for any more (I13): an intake cut off half-way, a purge that was interrupted. */
import type { Knex } from 'knex';
import { blobsAmong } from '../db/queries/blobs.ts';
import type { Instant } from '../domain/calendar.ts';
import { epochOf, hours } from '../domain/calendar.ts';
import type { ObjectStore } from '../platform/object-store.ts';

interface OrphanDeps {
  readonly knex: Knex;
  readonly objectStore: ObjectStore;
  readonly clock: () => Instant;
}

/** An object is written before its row, and an intake takes minutes: a day tells the two apart for sure. */
const ROWLESS_AFTER_MS = hours(24);
const BATCH = 200;

/**
 * Removes every object that has had no row for 24 hours, and every object whose row says that its key is destroyed:
 * neither can ever be opened again. Returns the ids removed; a repeat is harmless.
 */
export async function removeOrphans({ knex, objectStore, clock }: OrphanDeps): Promise<readonly string[]> {
  const youngest = epochOf(clock()) - ROWLESS_AFTER_MS;
  const removed: string[] = [];
  for await (const batch of inBatches(objectStore.list(), BATCH)) {
    const rows = await blobsAmong(
      knex,
      batch.map(({ id }) => id),
    );
    for (const { id, modifiedAt } of batch) {
      const isReadable = rows.get(id);
      const isOrphan = isReadable === undefined ? modifiedAt.getTime() <= youngest : !isReadable;
      if (!isOrphan) continue;
      await objectStore.remove(id);
      removed.push(id);
    }
  }
  return removed;
}

async function* inBatches<Each>(all: AsyncIterable<Each>, size: number): AsyncGenerator<readonly Each[]> {
  let batch: Each[] = [];
  for await (const each of all) {
    batch.push(each);
    if (batch.length < size) continue;
    yield batch;
    batch = [];
  }
  if (batch.length > 0) yield batch;
}
