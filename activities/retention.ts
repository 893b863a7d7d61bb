import type { Knex } from 'knex';
import { beginDestruction, finishDestruction, warnOfDestruction } from '../db/changes/sweep-retention.ts';
import {
  dueDocuments,
  isDue,
  sweptClasses,
  unfinishedDestruction,
  warningsDue,
} from '../db/queries/retention.ts';
import type { Instant } from '../domain/calendar.ts';
import type { ObjectStore } from '../platform/object-store.ts';

export interface RetentionActivityDeps {
  readonly knex: Knex;
  readonly objectStore: ObjectStore;
  readonly clock: () => Instant;
}

/** So many documents are destroyed by one transaction and told by one event. */
const batch = 100;

/** What the daily sweep of retention does; done again it finds what is left. */
export function retentionActivities({ knex, objectStore, clock }: RetentionActivityDeps) {
  return {
    /** Tells who sees what will be destroyed within the days of the warning: once a person and day. */
    warnOfDestruction: async (at: Instant): Promise<{ readonly warned: number }> => {
      let warned = 0;
      for (const warning of await warningsDue(knex, at))
        if (await warnOfDestruction(knex)(warning, at)) warned += 1;
      return { warned };
    },
    /** Key and record, object, bookkeeping, in this order: killed in between, the repeat goes on where the keys are gone. */
    destroyDueDocuments: async (at: Instant): Promise<{ readonly destroyed: number }> => {
      const remove = async (begun: Awaited<ReturnType<typeof unfinishedDestruction>>) => {
        for (const blobId of begun.blobIds) await objectStore.remove(blobId);
        await finishDestruction(knex)(begun, clock());
      };
      for (;;) {
        const left = await unfinishedDestruction(knex, batch);
        if (left.documentIds.length === 0) break;
        await remove(left);
      }
      let destroyed = 0;
      for (const of of await sweptClasses(knex, at)) {
        for (let after = ''; ;) {
          const rows = await dueDocuments(knex, of, of.today, { limit: batch, after });
          const due = rows.filter((row) => isDue(row, of)).map(({ id }) => id);
          if (due.length > 0) {
            const begun = await beginDestruction(knex)(due, of, at);
            await remove(begun);
            destroyed += begun.documentIds.length;
          }
          const last = rows.at(-1);
          if (last === undefined || rows.length < batch) break;
          after = last.id;
        }
      }
      return { destroyed };
    },
  };
}

export type RetentionActivities = ReturnType<typeof retentionActivities>;
