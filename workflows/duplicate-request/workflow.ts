/** A duplicate: delivered from what is stored, or waited for from its issuer; then there for its days (WF-38). */
import { continueAsNew, proxyLocalActivities } from '@temporalio/workflow';
import type { DuplicateActivities } from '../../activities/duplicate-requests.ts';
import type { DuplicateAct } from '../../domain/duplicate-request.ts';
import { duplicateCommands, duplicateStage, planForDuplicate } from '../../domain/duplicate-request.ts';
import { duplicateActName, duplicateStanding } from '../../texts/duplicate-request.ts';
import { localOptions } from '../options.ts';
import { PeopleLife } from '../people-life.ts';
import type { DuplicateState } from './messages.ts';
import * as messages from './messages.ts';

const local = proxyLocalActivities<DuplicateActivities>(localOptions);

export async function duplicateRequest(start: DuplicateState): Promise<string> {
  const life = new PeopleLife<DuplicateState, DuplicateAct>(start, {
    life: 'duplicate-request',
    plan: planForDuplicate,
    nameOf: ({ kind }) => duplicateActName(kind),
    // Nobody prevents the delivery of what is stored: it waits for no message.
    messageSeconds: (request) => (duplicateStage(request) === 'fetching' ? 0 : request.terms.messageSeconds),
    stage: duplicateStage,
    details: duplicateStanding,
    carryOut: (id, kind, at) => local.carryOutDuplicate(id, kind, at),
  });
  life.command(messages.fulfil, duplicateCommands.fulfil, (message) =>
    local.commandDuplicate('fulfil', message),
  );
  life.command(messages.refuse, duplicateCommands.refuse, (message) =>
    local.commandDuplicate('refuse', message),
  );

  if ((await life.live()) === 'continues') return continueAsNew<typeof duplicateRequest>(life.state);
  return life.state.closed?.outcome ?? 'closed';
}
