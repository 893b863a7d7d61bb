/** An invitation that a document sends: its link is used, goes with that of another number, or ends unused (WF-34). */
import { continueAsNew, proxyLocalActivities } from '@temporalio/workflow';
import type { AccountInvitationActivities } from '../../activities/account-invitations.ts';
import type { InvitationAct } from '../../domain/account-invitation.ts';
import { checkInvitation, invitationStage, planForInvitation } from '../../domain/account-invitation.ts';
import { accountInvitationActName, accountInvitationStanding } from '../../texts/account-invitation.ts';
import { localOptions } from '../options.ts';
import { PeopleLife } from '../people-life.ts';
import type { AccountInvitationState } from './messages.ts';
import * as messages from './messages.ts';

const local = proxyLocalActivities<AccountInvitationActivities>(localOptions);

export async function accountInvitation(start: AccountInvitationState): Promise<string> {
  const life = new PeopleLife<AccountInvitationState, InvitationAct>(start, {
    life: 'account-invitation',
    plan: planForInvitation,
    nameOf: ({ kind }) => accountInvitationActName(kind),
    messageSeconds: ({ terms }) => terms.messageSeconds,
    stage: invitationStage,
    details: accountInvitationStanding,
    carryOut: (id, _kind, at) => local.expireAccountInvitation(id, at),
  });
  life.command(messages.accept, checkInvitation, (message) => local.acceptAccountInvitation(message));
  life.heed(messages.factsChanged, () => local.readAccountInvitation(start.id));

  if ((await life.live()) === 'continues') return continueAsNew<typeof accountInvitation>(life.state);
  return life.state.closed?.outcome ?? 'closed';
}
