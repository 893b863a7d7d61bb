/** A router that a client misses: vetted by staff, listed, and confirmed by one of its own administrators (WF-06, RT-03). */
import { continueAsNew, proxyLocalActivities } from '@temporalio/workflow';
import type { RouterActivities } from '../../activities/routers.ts';
import type { OnboardingAct, OnboardingCommandName } from '../../domain/router-onboarding.ts';
import { onboardingCommands, onboardingStage, planForOnboarding } from '../../domain/router-onboarding.ts';
import { onboardingActName, onboardingStanding } from '../../texts/router-lives.ts';
import { localOptions } from '../options.ts';
import { PeopleLife } from '../people-life.ts';
import type { OnboardingState } from './messages.ts';
import * as messages from './messages.ts';

const local = proxyLocalActivities<RouterActivities>(localOptions);

export async function routerOnboarding(start: OnboardingState): Promise<string> {
  const life = new PeopleLife<OnboardingState, OnboardingAct>(start, {
    life: 'router-onboarding',
    plan: planForOnboarding,
    nameOf: ({ kind }) => onboardingActName(kind),
    messageSeconds: ({ terms }) => terms.messageSeconds,
    stage: onboardingStage,
    details: onboardingStanding,
    carryOut: (id, kind, at) => local.carryOutRouterOnboarding(id, kind, at),
  });
  for (const name of Object.keys(onboardingCommands) as OnboardingCommandName[]) {
    life.command(messages[name], onboardingCommands[name].check, (message) =>
      local.commandRouterOnboarding(name, message),
    );
  }
  life.heed(messages.factsChanged, (at) => local.followRouterOnboarding(start.id, at));

  if ((await life.live()) === 'continues') return continueAsNew<typeof routerOnboarding>(life.state);
  return life.state.closed?.outcome ?? 'closed';
}
