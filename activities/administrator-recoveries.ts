import type { Knex } from 'knex';
import type { Registry } from '../domain/application.ts';
import type {
  AdministratorRecovery,
  RecoveryAct,
  RecoveryCommandName,
} from '../domain/administrator-recovery.ts';
import type { Instant } from '../domain/calendar.ts';
import type { Owing } from '../domain/life-rows.ts';
import {
  carryOutRecoveryAct,
  commandRecovery,
  readRecovery,
} from '../db/changes/command-administrator-recovery.ts';
import type { RecoveryCommand } from '../db/changes/command-administrator-recovery.ts';
import { refusable } from './refusals.ts';

type State = Owing<AdministratorRecovery>;

export interface AdministratorRecoveryActivityDeps {
  readonly knex: Knex;
  readonly registry: Registry;
}

/** What the life of a recovery may do; every one is harmless when repeated. */
export function administratorRecoveryActivities({ knex, registry }: AdministratorRecoveryActivityDeps) {
  return {
    commandRecovery: (name: RecoveryCommandName, command: RecoveryCommand): Promise<State> =>
      refusable(() => commandRecovery(knex, name, registry)(command)),
    carryOutRecovery: (id: string, kind: RecoveryAct['kind'], at: Instant): Promise<State> =>
      carryOutRecoveryAct(knex)(id, kind, at),
    readRecovery: (id: string): Promise<State> => readRecovery(knex)(id),
  };
}

export type AdministratorRecoveryActivities = ReturnType<typeof administratorRecoveryActivities>;
