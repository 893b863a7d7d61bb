import type { Knex } from 'knex';
import { v7 as uuidv7 } from 'uuid';
import type { Instant } from '../../domain/calendar.ts';
import type { Owing } from '../../domain/life-rows.ts';
import { isActDue } from '../../domain/next-act.ts';
import type { PublicationRun, RunCommandName } from '../../domain/publication-run.ts';
import * as rules from '../../domain/publication-run.ts';
import { orThrow } from '../../domain/verdict.ts';
import { toDb } from '../instants.ts';
import type { PublicationRunRow } from '../publication-run-row.ts';
import { runColumns, runFromRow, runTerms } from '../publication-run-row.ts';
import { refusedRows } from '../queries/publication-runs.ts';
import type { PublishingGround } from '../queries/publishing.ts';
import { withOwed } from '../queries/owed-mails.ts';
import { lifeActor } from './actors.ts';
import type { Actor } from './append-event.ts';
import { appendEvent } from './append-event.ts';
import type { ChangeRequest } from './change.ts';
import { change } from './change.ts';
import { lockIssuer } from './lock-issuer.ts';
import { lockRow } from './lock-row.ts';
import type { Doing } from './write-mail-item.ts';

type State = Owing<PublicationRun>;

/** The life itself acts. */
const runLife = lifeActor('publication-run');

/** The run with its row locked. Refuses `not-found`. */
export async function lockRun(trx: Knex.Transaction, id: string): Promise<PublicationRun> {
  const row = await lockRow<PublicationRunRow>(trx, 'publication_runs', id);
  return runFromRow(trx, row);
}

interface Beginning {
  readonly ground: PublishingGround;
  readonly reference: string;
  readonly kind: rules.RunKind;
  readonly actor: Actor;
  readonly at: Instant;
}

/**
 * A run begins under a reference of the issuer's (WF-33); the same reference is the same run, however it stands. Refuses
 * `publication-run.other-kind`.
 */
export const beginRun =
  (knex: Knex) =>
  (
    { ground, reference, kind, actor, at }: Beginning,
    request: ChangeRequest,
  ): Promise<{ readonly id: string; readonly isNew: boolean }> =>
    change(knex, request, async (trx) => {
      const { issuerId, brandId, policySetId, policy } = ground;
      await lockIssuer(trx, issuerId);
      const there = await trx('publication_runs')
        .where({ issuer_id: issuerId, reference })
        .first<{ id: string; kind: rules.RunKind } | undefined>('id', 'kind');
      if (there !== undefined) {
        orThrow(rules.checkRunKind(there.kind, kind));
        return { id: there.id, isNew: false };
      }
      const times = { openedAt: at, deliveredAt: at };
      const of = { id: uuidv7(), brand: '', issuerId, reference, kind };
      const run: PublicationRun = { ...of, ...times, terms: runTerms(policy), version: 1, closed: null };
      await trx('publication_runs').insert({
        ...{ id: run.id, brand_id: brandId, issuer_id: issuerId, reference, policy_set_id: policySetId },
        ...{ kind, opened_at: toDb(at) },
        ...runColumns(run),
      });
      await appendEvent(trx, {
        kind: 'publication-run.opened',
        subjectType: 'publication-run',
        subjectId: run.id,
        companyId: null,
        actor,
        at,
        body: { issuerId, kind },
        wakes: { life: 'publication-run', id: run.id },
      });
      return { id: run.id, isNew: true };
    });

/** A command on a run as it travels. */
export interface RunCommand {
  readonly runId: string;
  readonly actor: Actor;
  readonly request: ChangeRequest;
}

/** The issuer says that everything has been handed in. Refuses `publication-run.over`, `not-found`. */
export const commandRun =
  (knex: Knex) =>
  (name: RunCommandName, command: RunCommand): Promise<State> =>
    change(knex, command.request, async (trx) => {
      const run = await lockRun(trx, command.runId);
      const { receivedAt: at, id: updateId } = command.request;
      orThrow(rules.runCommands[name](run, at));
      const refused = await refusedRows(trx, run.id);
      const doing = { actor: command.actor, at, command: { update: name, updateId, args: command } };
      return writeRun(trx, rules.completeRun(run, refused, at), 'completed', { refused }, doing);
    });

/** Nothing was heard for the days of the policy: asked again under lock. */
export const carryOutRun =
  (knex: Knex) =>
  (id: string, at: Instant): Promise<State> =>
    change(knex, null, async (trx) => {
      const run = await lockRun(trx, id);
      if (!isActDue(rules.planForRun(run), 'abandon', at)) return withOwed(trx, run);
      return writeRun(trx, rules.abandonRun(run, at), 'abandoned', {}, { actor: runLife, at });
    });

async function writeRun(
  trx: Knex.Transaction,
  run: PublicationRun,
  event: string,
  facts: object,
  { actor, at, command }: Doing,
): Promise<State> {
  await trx('publication_runs').where({ id: run.id }).update(runColumns(run));
  await appendEvent(trx, {
    kind: `publication-run.${event}`,
    subjectType: 'publication-run',
    subjectId: run.id,
    companyId: null,
    actor,
    at,
    body: { version: run.version, ...facts },
    ...(command && { wakes: { life: 'publication-run', id: run.id }, command }),
  });
  return withOwed(trx, run);
}
