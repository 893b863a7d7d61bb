/** A delivery of many documents: open for its rows until the issuer completes it, or nothing more comes (WF-33). */
import { continueAsNew, proxyLocalActivities } from '@temporalio/workflow';
import type { PublicationActivities } from '../../activities/publications.ts';
import type { RunAct } from '../../domain/publication-run.ts';
import { planForRun, runCommands, runStage } from '../../domain/publication-run.ts';
import { runActName, runStanding } from '../../texts/publication-run.ts';
import { localOptions } from '../options.ts';
import { PeopleLife } from '../people-life.ts';
import type { RunState } from './messages.ts';
import * as messages from './messages.ts';

const local = proxyLocalActivities<PublicationActivities>(localOptions);

export async function publicationRun(start: RunState): Promise<string> {
  const life = new PeopleLife<RunState, RunAct>(start, {
    life: 'publication-run',
    plan: planForRun,
    nameOf: runActName,
    messageSeconds: ({ terms }) => terms.messageSeconds,
    stage: runStage,
    details: runStanding,
    carryOut: (id, _kind, at) => local.carryOutRun(id, at),
  });
  life.command(messages.complete, runCommands.complete, (message) => local.commandRun('complete', message));

  if ((await life.live()) === 'continues') return continueAsNew<typeof publicationRun>(life.state);
  return life.state.closed?.outcome ?? 'closed';
}
