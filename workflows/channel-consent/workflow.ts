/** A client code received electronically: until an opt-out, or until mails come back and nobody answers (WF-32). */
import { continueAsNew, proxyLocalActivities } from '@temporalio/workflow';
import type { ConsentActivities } from '../../activities/channel-consents.ts';
import type { ConsentAct, ConsentCommandName } from '../../domain/channel-consent.ts';
import { consentCommands, consentStage, planForConsent } from '../../domain/channel-consent.ts';
import { consentActName, consentStanding } from '../../texts/channel-consent.ts';
import { localOptions } from '../options.ts';
import { PeopleLife } from '../people-life.ts';
import type { ConsentState } from './messages.ts';
import * as messages from './messages.ts';

const local = proxyLocalActivities<ConsentActivities>(localOptions);

export async function channelConsent(start: ConsentState): Promise<string> {
  const life = new PeopleLife<ConsentState, ConsentAct>(start, {
    life: 'channel-consent',
    plan: planForConsent,
    nameOf: ({ kind }) => consentActName(kind),
    messageSeconds: ({ terms }) => terms.messageSeconds,
    stage: consentStage,
    details: consentStanding,
    carryOut: (id, _kind, at) => local.returnToPaper(id, at),
  });
  for (const name of Object.keys(consentCommands) as ConsentCommandName[])
    life.command(messages.updates[name], consentCommands[name].check, (message) =>
      local.commandReception(name, message),
    );
  life.heed(messages.factsChanged, () => local.readReception(start.id));

  if ((await life.live()) === 'continues') return continueAsNew<typeof channelConsent>(life.state);
  return life.state.closed?.outcome ?? 'closed';
}
