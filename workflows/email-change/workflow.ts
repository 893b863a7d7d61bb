/** A person's new mail address: asked for, told to the one before, confirmed by who reads it or forgotten (UM-10). */
import { continueAsNew, proxyLocalActivities } from '@temporalio/workflow';
import type { EmailChangeActivities } from '../../activities/email-changes.ts';
import type { EmailChangeAct } from '../../domain/email-change.ts';
import { checkEmailConfirmation, planForEmailChange } from '../../domain/email-change.ts';
import { emailChangeActName, emailChangeStanding } from '../../texts/email-change.ts';
import { localOptions } from '../options.ts';
import { PeopleLife } from '../people-life.ts';
import type { EmailChangeState } from './messages.ts';
import * as messages from './messages.ts';

const local = proxyLocalActivities<EmailChangeActivities>(localOptions);

export async function emailChange(start: EmailChangeState): Promise<string> {
  const life = new PeopleLife<EmailChangeState, EmailChangeAct>(start, {
    life: 'email-change',
    plan: planForEmailChange,
    nameOf: emailChangeActName,
    messageSeconds: ({ terms }) => terms.messageSeconds,
    stage: messages.emailChangeStage,
    details: emailChangeStanding,
    carryOut: (id, _kind, at) => local.expireEmailChange(id, at),
  });
  life.command(messages.confirm, checkEmailConfirmation, (message) => local.confirmEmailChange(message));

  if ((await life.live()) === 'continues') return continueAsNew<typeof emailChange>(life.state);
  return life.state.closed?.outcome ?? 'closed';
}
