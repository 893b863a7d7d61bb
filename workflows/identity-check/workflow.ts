/** A check of an identity document: looked at in time or not, and the picture gone right afterwards (WF-19, SE-03). */
import { continueAsNew, proxyActivities, proxyLocalActivities } from '@temporalio/workflow';
import type { IdentityCheckActivities } from '../../activities/identity-checks.ts';
import type { IdentityAct, IdentityCheck, IdentityCommandName } from '../../domain/identity-check.ts';
import { identityCommands, identityStage, planForIdentity } from '../../domain/identity-check.ts';
import { identityActName, identityStanding } from '../../texts/registration-life.ts';
import { localOptions, storeOptions } from '../options.ts';
import { PeopleLife } from '../people-life.ts';
import * as messages from './messages.ts';

const local = proxyLocalActivities<IdentityCheckActivities>(localOptions);
const store = proxyActivities<Pick<IdentityCheckActivities, 'destroyIdentityDocument'>>(storeOptions);

export async function identityCheck(start: IdentityCheck): Promise<string> {
  const life = new PeopleLife<IdentityCheck, IdentityAct>(start, {
    life: 'identity-check',
    plan: planForIdentity,
    nameOf: ({ kind }) => identityActName(kind),
    // Nobody's message stops a picture from going: it is removed at once, an end by time waits for what is on its way.
    messageSeconds: (state) => (state.destroyingSince === null ? state.terms.messageSeconds : 0),
    stage: identityStage,
    details: identityStanding,
    carryOut: (id, kind, at) =>
      kind === 'destroy'
        ? store.destroyIdentityDocument.executeWithOptions(
            { ...storeOptions, summary: identityActName(kind) },
            [id],
          )
        : local.carryOutIdentityExpiry(id, kind, at),
  });
  for (const name of Object.keys(messages.updates) as IdentityCommandName[]) {
    life.command(messages.updates[name], identityCommands[name].check, (message) =>
      local.commandIdentityCheck(name, message),
    );
  }
  life.heed(messages.factsChanged, (at) => local.followCase(start.id, at));

  if ((await life.live()) === 'continues') return continueAsNew<typeof identityCheck>(life.state);
  return life.state.closed?.outcome ?? 'closed';
}
