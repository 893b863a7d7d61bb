/** A request for rights: answered in-house or by staff in their hours, or lapsed; always where it can be answered (WF-05). */
import { continueAsNew, proxyLocalActivities } from '@temporalio/workflow';
import type { RightsRequestActivities } from '../../activities/rights-requests.ts';
import type { RightsRequestAct, RightsRequestCommandName } from '../../domain/rights-request.ts';
import {
  planForRightsRequest,
  rightsRequestCommands,
  rightsRequestStage,
} from '../../domain/rights-request.ts';
import { rightsRequestActName, rightsRequestStanding } from '../../texts/rights-request.ts';
import { localOptions } from '../options.ts';
import { PeopleLife } from '../people-life.ts';
import type { RightsRequestMessage, RightsRequestState } from './messages.ts';
import * as messages from './messages.ts';

const local = proxyLocalActivities<RightsRequestActivities>(localOptions);

export async function rightsRequest(start: RightsRequestState): Promise<string> {
  const life = new PeopleLife<RightsRequestState, RightsRequestAct>(start, {
    life: 'rights-request',
    plan: planForRightsRequest,
    nameOf: ({ kind }) => rightsRequestActName(kind),
    messageSeconds: ({ terms }) => terms.messageSeconds,
    stage: rightsRequestStage,
    details: rightsRequestStanding,
    carryOut: (id, kind, at) => local.carryOutRightsRequest(id, kind, at),
  });
  for (const name of Object.keys(rightsRequestCommands) as RightsRequestCommandName[]) {
    life.answer(
      messages.updates[name],
      (request, { actor }: RightsRequestMessage) => rightsRequestCommands[name](request, actor),
      (message) => local.commandRightsRequest(name, message),
    );
  }
  life.heed(messages.factsChanged, (at) => local.followRightsRequest(start.id, at));

  if ((await life.live()) === 'continues') return continueAsNew<typeof rightsRequest>(life.state);
  return life.state.closed?.outcome ?? 'closed';
}
