/** Two accounts become one: two yeses and an approval in their days, then a window in which it can be undone (WF-37). */
import { continueAsNew, proxyLocalActivities } from '@temporalio/workflow';
import type { MergeActivities } from '../../activities/account-merges.ts';
import type { MergeAct, MergeCommandName } from '../../domain/account-merge.ts';
import { mergeCommands, mergeStage, planForMerge } from '../../domain/account-merge.ts';
import { mergeActName, mergeStanding } from '../../texts/account-merge.ts';
import { localOptions } from '../options.ts';
import { PeopleLife } from '../people-life.ts';
import type { MergeState } from './messages.ts';
import * as messages from './messages.ts';

const local = proxyLocalActivities<MergeActivities>(localOptions);

export async function accountMerge(start: MergeState): Promise<string> {
  const life = new PeopleLife<MergeState, MergeAct>(start, {
    life: 'account-merge',
    plan: planForMerge,
    nameOf: ({ kind }) => mergeActName(kind),
    messageSeconds: ({ terms }) => terms.messageSeconds,
    stage: mergeStage,
    details: mergeStanding,
    carryOut: (id, kind, at) => local.carryOutMerge(id, kind, at),
  });
  for (const name of Object.keys(mergeCommands) as MergeCommandName[])
    life.command(messages.updates[name], mergeCommands[name].check, (message) =>
      local.commandMerge(name, message),
    );

  if ((await life.live()) === 'continues') return continueAsNew<typeof accountMerge>(life.state);
  return life.state.closed?.outcome ?? 'closed';
}
