/** An invitation to see what an account receives: accepted, taken back, or over with its link (WF-35). */
import { continueAsNew, proxyLocalActivities } from '@temporalio/workflow';
import type { SharingActivities } from '../../activities/sharings.ts';
import type { SharingAct, SharingCommandName } from '../../domain/sharing.ts';
import { planForSharing, sharingCommands, sharingStage } from '../../domain/sharing.ts';
import { sharingActName, sharingStanding } from '../../texts/sharing.ts';
import { localOptions } from '../options.ts';
import { PeopleLife } from '../people-life.ts';
import type { SharingState } from './messages.ts';
import * as messages from './messages.ts';

const local = proxyLocalActivities<SharingActivities>(localOptions);

export async function sharing(start: SharingState): Promise<string> {
  const life = new PeopleLife<SharingState, SharingAct>(start, {
    life: 'sharing',
    plan: planForSharing,
    nameOf: ({ kind }) => sharingActName(kind),
    messageSeconds: ({ terms }) => terms.messageSeconds,
    stage: sharingStage,
    details: sharingStanding,
    carryOut: (id, kind, at) => local.carryOutSharing(id, kind, at),
  });
  for (const name of Object.keys(sharingCommands) as SharingCommandName[])
    life.command(messages.updates[name], sharingCommands[name].check, (message) =>
      local.commandSharing(name, message),
    );
  life.heed(messages.factsChanged, () => local.readSharing(start.id));

  if ((await life.live()) === 'continues') return continueAsNew<typeof sharing>(life.state);
  return life.state.closed?.outcome ?? 'closed';
}
