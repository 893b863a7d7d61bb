import type { Knex } from 'knex';
import type { SharingCommand } from '../db/changes/command-sharing.ts';
import { carryOutSharingAct, commandSharing, readSharing } from '../db/changes/command-sharing.ts';
import type { Instant } from '../domain/calendar.ts';
import type { Owing } from '../domain/life-rows.ts';
import type { Sharing, SharingAct, SharingCommandName } from '../domain/sharing.ts';
import { refusable } from './refusals.ts';

/** What the life of an invitation to a shared user may do; every one is harmless when repeated (WF-35). */
export function sharingActivities({ knex }: { readonly knex: Knex }) {
  return {
    commandSharing: (name: SharingCommandName, command: SharingCommand): Promise<Owing<Sharing>> =>
      refusable(() => commandSharing(knex, name)(command)),
    carryOutSharing: (id: string, kind: SharingAct['kind'], at: Instant): Promise<Owing<Sharing>> =>
      carryOutSharingAct(knex)(id, kind, at),
    readSharing: (id: string): Promise<Owing<Sharing>> => readSharing(knex)(id),
  };
}

export type SharingActivities = ReturnType<typeof sharingActivities>;
