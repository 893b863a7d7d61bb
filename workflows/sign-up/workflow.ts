/** From a code to an account: the mailed link is used, or the code is free again (WF-31). */
import { continueAsNew, proxyLocalActivities } from '@temporalio/workflow';
import type { SignUpActivities } from '../../activities/sign-ups.ts';
import type { SignUpAct } from '../../domain/sign-up.ts';
import { checkComplete, planForSignUp, signUpStage } from '../../domain/sign-up.ts';
import { signUpActName, signUpStanding } from '../../texts/sign-up.ts';
import { localOptions } from '../options.ts';
import { PeopleLife } from '../people-life.ts';
import type { SignUpState } from './messages.ts';
import * as messages from './messages.ts';

const local = proxyLocalActivities<SignUpActivities>(localOptions);

export async function signUp(start: SignUpState): Promise<string> {
  const life = new PeopleLife<SignUpState, SignUpAct>(start, {
    life: 'sign-up',
    plan: planForSignUp,
    nameOf: ({ kind }) => signUpActName(kind),
    messageSeconds: ({ terms }) => terms.messageSeconds,
    stage: signUpStage,
    details: signUpStanding,
    carryOut: (id, _kind, at) => local.abandonSignUp(id, at),
  });
  life.command(messages.complete, checkComplete, (message) => local.completeSignUp(message));
  life.heed(messages.factsChanged, () => local.readSignUp(start.id));

  if ((await life.live()) === 'continues') return continueAsNew<typeof signUp>(life.state);
  return life.state.closed?.outcome ?? 'closed';
}
