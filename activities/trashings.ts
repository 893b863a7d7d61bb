import type { Knex } from 'knex';
import type { Instant } from '../domain/calendar.ts';
import type { Trashing, TrashingCommandName } from '../domain/trashing.ts';
import { commandTrashing, followMailItemHold } from '../db/changes/command-trashing.ts';
import type { TrashingCommand } from '../db/changes/command-trashing.ts';
import { beginPurge, finishPurge } from '../db/changes/purge-scan.ts';
import type { ObjectStore } from '../platform/object-store.ts';
import { refusable } from './refusals.ts';

export interface TrashingActivityDeps {
  readonly knex: Knex;
  readonly objectStore: ObjectStore;
  readonly clock: () => Instant;
}

/** What the life of a trashing may do; every one is harmless when repeated. */
export function trashingActivities({ knex, objectStore, clock }: TrashingActivityDeps) {
  return {
    commandTrashing: (name: TrashingCommandName, command: TrashingCommand): Promise<Trashing> =>
      refusable(() => commandTrashing(knex, name)(command)),
    followMailItemHold: (trashingId: string, at: Instant): Promise<Trashing> =>
      refusable(() => followMailItemHold(knex)(trashingId, at)),
    /**
     * Key, object, record, in this order (PP-14, WF-15): killed in between, the repeat finds the intent and goes on.
     * Returns the row; one that was restored or held meanwhile comes back untouched.
     */
    purgeScan: async (trashingId: string, at: Instant): Promise<Trashing> => {
      const intent = await beginPurge(knex)(trashingId, at);
      if (intent.blobId === null) return intent.trashing;
      await objectStore.remove(intent.blobId);
      return finishPurge(knex)(trashingId, clock());
    },
  };
}

export type TrashingActivities = ReturnType<typeof trashingActivities>;
