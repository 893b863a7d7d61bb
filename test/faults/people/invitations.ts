/** Invitations (WF-02): commands, acts of time, and what the life learns of the membership. */
import { randomUUID } from 'node:crypto';
import type { Actor } from '../../../db/changes/append-event.ts';
import { createUser } from '../../../db/changes/create-user.ts';
import { deactivateUser } from '../../../db/changes/deactivate-user.ts';
import type { Instant } from '../../../domain/calendar.ts';
import type { ProvisioningCommandName } from '../../../domain/user-provisioning.ts';
import { begin } from '../../support/people-stories.ts';
import { tokenHashOut } from '../../support/registration-stories.ts';
import { requestAt } from '../../support/requests.ts';
import type { HeldMoment } from '../held.ts';
import type { Case, Expected, Stage } from './stage.ts';
import { ago, daysAgo, houseOf } from './stage.ts';

const life = 'user-provisioning';

/** Somebody was invited at that instant; `facts` are those of his invitation since. Its life has not begun. */
async function invited(stage: Stage, at: Instant, facts: object = {}) {
  const { userId: administratorId, companyId } = await houseOf(stage);
  const administrator: Actor = { type: 'user', id: administratorId };
  const username = `guest-${randomUUID().slice(0, 13)}`;
  const names = { username, email: `${username}@customer.example`, firstName: 'Nele', lastName: 'Maes' };
  const more = { companyId, sex: null, language: 'en', security: null, profile: 'user' as const };
  const { userId } = await createUser(stage.knex)({ ...names, ...more }, administrator, at, requestAt(at));
  const row = stage.knex('user_provisionings').where({ user_id: userId });
  const { id } = await row.clone().first<{ id: string }>('id');
  if (Object.keys(facts).length > 0) await row.clone().update(facts);
  return { id, userId, companyId, administrator };
}

const done = (subject: string, event: string): Expected => ({
  event: { kind: `invitation.${event}`, subject },
});

function command(name: ProvisioningCommandName, event: string): Case {
  return {
    activity: 'commandProvisioning',
    does: name,
    set: async (stage) => {
      const { id, userId, administrator } = await invited(stage, ago(1));
      const guest = await begin(stage, life, id);
      const tokenHash = await tokenHashOut(stage, id, 'invitation');
      stage.aim(life, id, 'commandProvisioning');
      const words = name === 'accept' ? { tokenHash, password: { hash: 'a hash', needsFactor: false } } : {};
      const actor: Actor = name === 'accept' ? { type: 'user', id: userId } : administrator;
      const go = () => guest.command(name, 'provisioningId', words, undefined, actor);
      return { ...done(id, event), go };
    },
  };
}

function act(does: string, event: string, at: () => Instant, facts: () => object = () => ({})): Case {
  return {
    activity: 'carryOutProvisioning',
    does,
    set: async (stage) => {
      const { id } = await invited(stage, at(), facts());
      stage.aim(life, id, 'carryOutProvisioning');
      return { ...done(id, event), go: () => begin(stage, life, id) };
    },
  };
}

/** `kind`: the mail whose sending is killed at that moment. */
function mail(moment: HeldMoment, kind: string, hoursAgo: number, times: number): Case {
  return {
    activity: 'tellPerson',
    does: `${kind}, ${moment}`,
    set: async (stage) => {
      const isReminder = kind === 'invitation-reminder';
      const { id } = await invited(stage, ago(hoursAgo));
      if (isReminder) await stage.knex('notices').where({ life_id: id }).update({ told_at: new Date() });
      stage.aim(life, id, 'tellPerson', moment);
      return { event: null, mails: { life: id, kind, times }, go: () => begin(stage, life, id) };
    },
  };
}

export const invitationCases: readonly Case[] = [
  command('accept', 'accepted'),
  command('resend', 'resent'),
  command('withdraw', 'withdrawn'),
  act('remind', 'reminded', () => ago(50)),
  act(
    'expire',
    'expired',
    () => ago(73),
    () => ({ reminded_at: new Date() }),
  ),
  act(
    'tell-no-rights',
    'no-rights-told',
    () => daysAgo(9),
    () => ({
      accepted_at: new Date(daysAgo(9)),
      first_login_at: new Date(daysAgo(8)),
      no_rights_at: new Date(daysAgo(1)),
    }),
  ),
  {
    activity: 'followMembership',
    does: 'the invited user is deactivated',
    set: async (stage) => {
      const { id, userId, companyId, administrator } = await invited(stage, ago(1));
      await begin(stage, life, id);
      await tokenHashOut(stage, id, 'invitation');
      stage.aim(life, id, 'followMembership');
      const at = await stage.now();
      const asked = { companyId, userId, actor: administrator, at, request: null };
      return { ...done(id, 'deactivated'), go: () => deactivateUser(stage.knex)(asked) };
    },
  },
  mail('unsent', 'invitation', 1, 1),
  // Sent and not noted: sent once more, as the same mail.
  mail('sent', 'invitation', 1, 2),
  mail('told', 'invitation', 1, 1),
  // Claimed before it is sent, for it comes once at most.
  mail('unsent', 'invitation-reminder', 50, 0),
  mail('sent', 'invitation-reminder', 50, 1),
];
