import type { Knex } from 'knex';
import type { DuplicateCommand } from '../db/changes/command-duplicate-request.ts';
import { carryOutDuplicateAct, commandDuplicate } from '../db/changes/command-duplicate-request.ts';
import type { Instant } from '../domain/calendar.ts';
import type { DuplicateAct, DuplicateCommandName, DuplicateRequest } from '../domain/duplicate-request.ts';
import type { Owing } from '../domain/life-rows.ts';
import { refusable } from './refusals.ts';

/** What the life of a duplicate may do; every one is harmless when repeated (WF-38). */
export function duplicateActivities({ knex }: { readonly knex: Knex }) {
  return {
    commandDuplicate: <Name extends DuplicateCommandName>(
      name: Name,
      command: DuplicateCommand<Name>,
    ): Promise<Owing<DuplicateRequest>> => refusable(() => commandDuplicate(knex)(name, command)),
    carryOutDuplicate: (
      id: string,
      kind: DuplicateAct['kind'],
      at: Instant,
    ): Promise<Owing<DuplicateRequest>> => carryOutDuplicateAct(knex)(id, kind, at),
  };
}

export type DuplicateActivities = ReturnType<typeof duplicateActivities>;
