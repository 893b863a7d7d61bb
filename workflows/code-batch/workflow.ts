/** The key of a batch of codes: destroyed when the letters are printed, or when the days to print them are over (WF-30). */
import { continueAsNew, proxyLocalActivities } from '@temporalio/workflow';
import type { CodeActivities } from '../../activities/activation-codes.ts';
import type { BatchAct } from '../../domain/code-batch.ts';
import { batchStage, checkSealed, planForBatch } from '../../domain/code-batch.ts';
import { batchActName, batchStanding } from '../../texts/code-lives.ts';
import { localOptions } from '../options.ts';
import { PeopleLife } from '../people-life.ts';
import type { BatchState } from './messages.ts';
import * as messages from './messages.ts';

const local = proxyLocalActivities<CodeActivities>(localOptions);

export async function codeBatch(start: BatchState): Promise<string> {
  const life = new PeopleLife<BatchState, BatchAct>(start, {
    life: 'code-batch',
    plan: planForBatch,
    nameOf: ({ kind }) => batchActName(kind),
    messageSeconds: ({ terms }) => terms.messageSeconds,
    stage: batchStage,
    details: batchStanding,
    carryOut: (id, _kind, at) => local.carryOutBatch(id, at),
  });
  life.command(messages.confirmPrinted, checkSealed, (message) => local.confirmPrinted(message));
  life.heed(messages.factsChanged, () => local.readBatch(start.id));

  if ((await life.live()) === 'continues') return continueAsNew<typeof codeBatch>(life.state);
  return life.state.closed?.outcome ?? 'closed';
}
