/** A registration: filled in, confirmed, looked at by staff in their hours, and answered; or given up (WF-01). */
import { continueAsNew, proxyLocalActivities } from '@temporalio/workflow';
import type { RegistrationActivities } from '../../activities/registrations.ts';
import type { Registration, RegistrationAct } from '../../domain/registration.ts';
import type { RegistrationCommandName } from '../../domain/registration-commands.ts';
import { planForRegistration, registrationStage } from '../../domain/registration.ts';
import { registrationCommands } from '../../domain/registration-commands.ts';
import { registrationActName, registrationStanding } from '../../texts/registration-life.ts';
import { localOptions } from '../options.ts';
import { PeopleLife } from '../people-life.ts';
import * as messages from './messages.ts';

const local = proxyLocalActivities<RegistrationActivities>(localOptions);

export async function registration(start: Registration): Promise<string> {
  const life = new PeopleLife<Registration, RegistrationAct>(start, {
    life: 'registration',
    plan: planForRegistration,
    nameOf: ({ kind }) => registrationActName(kind),
    messageSeconds: ({ terms }) => terms.messageSeconds,
    stage: registrationStage,
    details: registrationStanding,
    carryOut: (id, kind, at) => local.carryOutRegistration(id, kind, at),
  });
  for (const name of Object.keys(messages.updates) as RegistrationCommandName[]) {
    life.command(messages.updates[name], registrationCommands[name].check, (message) =>
      local.commandRegistration(name, message),
    );
  }
  life.heed(messages.factsChanged, (at) => local.followRegistrationFacts(start.id, at));

  if ((await life.live()) === 'continues') return continueAsNew<typeof registration>(life.state);
  return life.state.closed?.outcome ?? 'closed';
}
