/** A document in quarantine, under embargo or taken back: staff decide, the day comes, or those who saw it are told (WF-33). */
import { continueAsNew, proxyLocalActivities } from '@temporalio/workflow';
import type { PublicationActivities } from '../../activities/publications.ts';
import type { CaseAct } from '../../domain/document-case.ts';
import { caseCommands, caseStage, planForCase } from '../../domain/document-case.ts';
import { caseActName, caseStanding } from '../../texts/document-case.ts';
import { localOptions } from '../options.ts';
import { PeopleLife } from '../people-life.ts';
import type { CaseState } from './messages.ts';
import * as messages from './messages.ts';

const local = proxyLocalActivities<PublicationActivities>(localOptions);

export async function documentCase(start: CaseState): Promise<string> {
  const life = new PeopleLife<CaseState, CaseAct>(start, {
    life: 'document-case',
    plan: planForCase,
    nameOf: ({ kind }) => caseActName(kind),
    messageSeconds: ({ terms }) => terms.messageSeconds,
    stage: caseStage,
    details: caseStanding,
    carryOut: (id, kind, at) => local.carryOutCase(id, kind, at),
  });
  life.command(messages.assign, caseCommands.assign, (message) => local.commandCase('assign', message));
  life.command(messages.reject, caseCommands.reject, (message) => local.commandCase('reject', message));
  life.command(messages.withdraw, caseCommands.withdraw, (message) => local.commandCase('withdraw', message));
  life.heed(messages.factsChanged, () => local.readCase(start.id));

  if ((await life.live()) === 'continues') return continueAsNew<typeof documentCase>(life.state);
  return life.state.closed?.outcome ?? 'closed';
}
