/** A user on his way in: invited, recalled, accepted or expired; then logged in, and with a right at last (WF-02). */
import { continueAsNew, proxyLocalActivities } from '@temporalio/workflow';
import type { UserProvisioningActivities } from '../../activities/user-provisionings.ts';
import type { ProvisioningAct } from '../../domain/user-provisioning.ts';
import {
  planForProvisioning,
  provisioningCommands,
  provisioningStage,
} from '../../domain/user-provisioning.ts';
import { provisioningActName, provisioningStanding } from '../../texts/user-provisioning.ts';
import { localOptions } from '../options.ts';
import { PeopleLife } from '../people-life.ts';
import type { ProvisioningState } from './messages.ts';
import * as messages from './messages.ts';

const local = proxyLocalActivities<UserProvisioningActivities>(localOptions);

export async function userProvisioning(start: ProvisioningState): Promise<string> {
  const life = new PeopleLife<ProvisioningState, ProvisioningAct>(start, {
    life: 'user-provisioning',
    plan: planForProvisioning,
    nameOf: ({ kind }) => provisioningActName(kind),
    messageSeconds: ({ terms }) => terms.messageSeconds,
    stage: provisioningStage,
    details: provisioningStanding,
    carryOut: (id, kind, at) => local.carryOutProvisioning(id, kind, at),
  });
  for (const name of ['accept', 'resend', 'withdraw'] as const) {
    life.command(messages[name], provisioningCommands[name].check, (message) =>
      local.commandProvisioning(name, message),
    );
  }
  life.heed(messages.factsChanged, (at) => local.followMembership(start.id, at));

  if ((await life.live()) === 'continues') return continueAsNew<typeof userProvisioning>(life.state);
  return life.state.closed?.outcome ?? 'closed';
}
