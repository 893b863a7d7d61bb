/** A printed code: announced, recalled while nobody uses it, over at the end of its days or when a later one comes (WF-30). */
import { continueAsNew, proxyLocalActivities } from '@temporalio/workflow';
import type { CodeActivities } from '../../activities/activation-codes.ts';
import type { CodeAct } from '../../domain/activation-code.ts';
import { codeStage, nextOfCode } from '../../domain/activation-code.ts';
import { codeActName, codeStanding } from '../../texts/code-lives.ts';
import { localOptions } from '../options.ts';
import { PeopleLife } from '../people-life.ts';
import type { CodeState } from './messages.ts';
import * as messages from './messages.ts';

const local = proxyLocalActivities<CodeActivities>(localOptions);

export async function activationCode(start: CodeState): Promise<string> {
  const life = new PeopleLife<CodeState, CodeAct>(start, {
    life: 'activation-code',
    plan: nextOfCode,
    nameOf: ({ kind }) => codeActName(kind),
    messageSeconds: ({ terms }) => terms.messageSeconds,
    stage: codeStage,
    details: codeStanding,
    carryOut: (id, kind, at) => local.carryOutCode(id, kind, at),
  });
  life.heed(messages.factsChanged, () => local.readCode(start.id));

  if ((await life.live()) === 'continues') return continueAsNew<typeof activationCode>(life.state);
  return life.state.closed?.outcome ?? 'closed';
}
