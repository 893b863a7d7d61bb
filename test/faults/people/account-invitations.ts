/** Invitations that documents send, and the word of new documents (WF-34, IP-09). */
import { begin } from '../../support/people-stories.ts';
import { anInvitingIssuer, linkHolder, wayIn } from '../../support/invitation-stories.ts';
import { receives } from '../../support/recipients.ts';
import { tokenHashOut } from '../../support/registration-stories.ts';
import type { Instant } from '../../../domain/calendar.ts';
import type { Case, Stage } from './stage.ts';
import { ago, daysAgo } from './stage.ts';

async function invited(stage: Stage, at: Instant): Promise<string> {
  const issuer = await anInvitingIssuer(stage);
  const { id, code } = await issuer.customer();
  await issuer.publish(at, code);
  return issuer.openInvitationOf(id);
}

export const accountInvitationCases: readonly Case[] = [
  {
    activity: 'acceptAccountInvitation',
    does: 'accept',
    set: async (stage) => {
      const id = await invited(stage, ago(1));
      const life = await begin(stage, 'account-invitation', id);
      const hash = await tokenHashOut(stage, id, 'account-invitation');
      stage.aim('account-invitation', id, 'acceptAccountInvitation');
      const go = () => life.command('accept', 'invitationId', wayIn(hash), undefined, linkHolder);
      return { event: { kind: 'account-invitation.accepted', subject: id }, go };
    },
  },
  {
    activity: 'expireAccountInvitation',
    does: 'expire',
    set: async (stage) => {
      const id = await invited(stage, daysAgo(5));
      stage.aim('account-invitation', id, 'expireAccountInvitation');
      const event = { kind: 'account-invitation.expired', subject: id };
      return { event, go: () => begin(stage, 'account-invitation', id) };
    },
  },
  {
    activity: 'tellDocuments',
    does: 'tell',
    set: async (stage) => {
      const issuer = await anInvitingIssuer(stage);
      const { code } = await issuer.customer();
      await receives(stage.knex, issuer.house.userId, code);
      await issuer.publish(daysAgo(1), code);
      const { id } = await stage
        .knex('document_notices')
        .where({ user_id: issuer.house.userId })
        .first<{ id: string }>('id');
      stage.aim('document-notice', id, 'tellDocuments');
      const mails = { life: id, kind: 'new-documents', times: 1 };
      const event = { kind: 'document-notice.told', subject: id };
      return { event, mails, go: () => begin(stage, 'document-notice', id) };
    },
  },
];
