import type { Knex } from 'knex';
import type { MergeCommand } from '../db/changes/command-account-merge.ts';
import { carryOutMergeAct, commandMerge } from '../db/changes/command-account-merge.ts';
import type { AccountMerge, MergeAct, MergeCommandName } from '../domain/account-merge.ts';
import type { Instant } from '../domain/calendar.ts';
import type { Owing } from '../domain/life-rows.ts';
import { refusable } from './refusals.ts';

/** What the life of a merge may do; every one is harmless when repeated (WF-37). */
export function mergeActivities({ knex }: { readonly knex: Knex }) {
  return {
    commandMerge: (name: MergeCommandName, command: MergeCommand): Promise<Owing<AccountMerge>> =>
      refusable(() => commandMerge(knex, name)(command)),
    carryOutMerge: (id: string, kind: MergeAct['kind'], at: Instant): Promise<Owing<AccountMerge>> =>
      carryOutMergeAct(knex)(id, kind, at),
  };
}

export type MergeActivities = ReturnType<typeof mergeActivities>;
