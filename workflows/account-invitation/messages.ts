/** The contract of an invitation that a document sends (WF-34). */
import { defineSignal, defineUpdate } from '@temporalio/workflow';
import type { AccountInvitation } from '../../domain/account-invitation.ts';
import { invitationStage, planForInvitation } from '../../domain/account-invitation.ts';
import type { Owing } from '../../domain/life-rows.ts';
import { accountInvitationDetails, accountInvitationSummary } from '../../texts/account-invitation.ts';
import type { LifeMessage } from '../start.ts';
import { startOf } from '../start.ts';

export type AccountInvitationState = Owing<AccountInvitation>;

export const startOfAccountInvitation = startOf<AccountInvitationState>('account-invitation', {
  summary: accountInvitationSummary,
  details: accountInvitationDetails,
  stage: invitationStage,
  plan: planForInvitation,
});

/** Token and password stay in the business database. */
export interface AccountInvitationMessage extends LifeMessage {
  readonly invitationId: string;
}

/** The link is used. */
export const accept = defineUpdate<AccountInvitationState, [AccountInvitationMessage]>('accept');

/** It was renewed, has gone with the link of another number, or the issuer named another contact. */
export const factsChanged = defineSignal('factsChanged');
