import type { RunCounts } from '../../db/queries/publication-runs.ts';
import { runById, runCounts } from '../../db/queries/publication-runs.ts';
import type { PublicationRun } from '../../domain/publication-run.ts';
import { planForRun, runStage } from '../../domain/publication-run.ts';
import type { Deps } from '../deps.ts';
import type { Call } from '../operation.ts';

type RunCall = Call<{ readonly id: string }, unknown, unknown>;

/** The run of the path, if it is the caller's. */
export async function findRun(call: RunCall, { knex }: Deps): Promise<PublicationRun> {
  const run = await runById(knex, call.params.id);
  call.allow('issued-document', run && { issuerId: run.issuerId });
  if (run === null) throw new Error('a run that is not there was allowed');
  return run;
}

export async function runShown(knex: Deps['knex'], run: PublicationRun) {
  return presentRun(run, await runCounts(knex, run.id));
}

function presentRun(run: PublicationRun, counts: RunCounts) {
  const { id, reference, kind, openedAt, closed } = run;
  return {
    ...{ id, reference, kind, stage: runStage(run), openedAt },
    endsAt: planForRun(run)?.at ?? null,
    closedAt: closed?.at ?? null,
    counts,
  };
}
