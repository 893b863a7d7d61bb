import type { Knex } from 'knex';
import type { CaseCommand } from '../db/changes/command-document-case.ts';
import { carryOutCase, commandCase, readCase } from '../db/changes/command-document-case.ts';
import type { RunCommand } from '../db/changes/publication-runs.ts';
import { carryOutRun, commandRun } from '../db/changes/publication-runs.ts';
import type { Instant } from '../domain/calendar.ts';
import type { CaseAct, CaseCommandName, DocumentCase } from '../domain/document-case.ts';
import type { Owing } from '../domain/life-rows.ts';
import type { PublicationRun, RunCommandName } from '../domain/publication-run.ts';
import { refusable } from './refusals.ts';

/** What the lives of a publication run and of a document's case may do; every one is harmless when repeated (WF-33). */
export function publicationActivities({ knex }: { readonly knex: Knex }) {
  return {
    commandRun: (name: RunCommandName, command: RunCommand): Promise<Owing<PublicationRun>> =>
      refusable(() => commandRun(knex)(name, command)),
    carryOutRun: (id: string, at: Instant): Promise<Owing<PublicationRun>> => carryOutRun(knex)(id, at),
    commandCase: <Name extends CaseCommandName>(
      name: Name,
      command: CaseCommand<Name>,
    ): Promise<Owing<DocumentCase>> => refusable(() => commandCase(knex)(name, command)),
    carryOutCase: (id: string, kind: CaseAct['kind'], at: Instant): Promise<Owing<DocumentCase>> =>
      carryOutCase(knex)(id, kind, at),
    readCase: (id: string): Promise<Owing<DocumentCase>> => readCase(knex)(id),
  };
}

export type PublicationActivities = ReturnType<typeof publicationActivities>;
