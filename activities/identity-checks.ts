import type { Knex } from 'knex';
import type { Instant } from '../domain/calendar.ts';
import type { IdentityAct, IdentityCheck, IdentityCommandName } from '../domain/identity-check.ts';
import type { IdentityCommand } from '../db/changes/command-identity-check.ts';
import {
  carryOutIdentityExpiry,
  commandIdentityCheck,
  followCase,
} from '../db/changes/command-identity-check.ts';
import { documentToDestroy, finishDestruction } from '../db/changes/destroy-identity-document.ts';
import type { ObjectStore } from '../platform/object-store.ts';
import { refusable } from './refusals.ts';

export interface IdentityCheckActivityDeps {
  readonly knex: Knex;
  readonly objectStore: ObjectStore;
  readonly clock: () => Instant;
}

/** What the life of an identity check may do; every one is harmless when repeated. */
export function identityCheckActivities({ knex, objectStore, clock }: IdentityCheckActivityDeps) {
  return {
    commandIdentityCheck: (name: IdentityCommandName, command: IdentityCommand): Promise<IdentityCheck> =>
      refusable(() => commandIdentityCheck(knex, name)(command)),
    carryOutIdentityExpiry: (id: string, kind: IdentityAct['kind'], at: Instant): Promise<IdentityCheck> =>
      carryOutIdentityExpiry(knex)(id, kind, at),
    followCase: (id: string, at: Instant): Promise<IdentityCheck> => followCase(knex)(id, at),
    /** The key went with the result; object and record follow. Killed in between, the repeat goes on (WF-19). */
    destroyIdentityDocument: async (id: string): Promise<IdentityCheck> => {
      const { check, documentId } = await documentToDestroy(knex)(id);
      if (documentId === null) return check;
      await objectStore.remove(documentId);
      return finishDestruction(knex)(id, clock());
    },
  };
}

export type IdentityCheckActivities = ReturnType<typeof identityCheckActivities>;
