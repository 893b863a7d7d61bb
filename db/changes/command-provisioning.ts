import type { Knex } from 'knex';
import { v7 as uuidv7 } from 'uuid';
import type { Instant } from '../../domain/calendar.ts';
import type { Owing } from '../../domain/life-rows.ts';
import { linkDead } from '../../domain/one-time-link.ts';
import { checkAdminister, checkInvitable } from '../../domain/user.ts';
import type { ProvisioningCommandName, UserProvisioning } from '../../domain/user-provisioning.ts';
import { accept, provisioningCommands, resend, withdraw } from '../../domain/user-provisioning.ts';
import { hidden, orThrow, Refused, refuseState } from '../../domain/verdict.ts';
import { toDb } from '../instants.ts';
import { hasRights } from '../queries/member-rights.ts';
import type { Actor } from './append-event.ts';
import type { ChangeRequest } from './change.ts';
import { change } from './change.ts';
import { endInvitations } from './end-invitations.ts';
import { takeParticulars } from './keep-particulars.ts';
import type { LockedMember } from './lock-member.ts';
import { authorOf, lockMember, onBehalf } from './lock-member.ts';
import { useLink } from './one-time-links.ts';
import { endPersonLinks } from './person-access.ts';
import { markFollowed } from './write-recovery.ts';
import { tellOfApplicants } from './tell-of-applicants.ts';
import { tellRegistration } from './tell-registration.ts';
import type { ChosenPassword } from './write-password.ts';
import { writePassword } from './write-password.ts';
import { tellOfAdministrators } from './tell-router-lives.ts';
import type { LockedProvisioning } from './write-provisioning.ts';
import { linkFor, lockProvisioning, writeProvisioning } from './write-provisioning.ts';

/** A command on an invitation as it travels. */
export interface ProvisioningCommand {
  readonly provisioningId: string;
  readonly actor: Actor;
  readonly request: ChangeRequest;
}

/** What an acceptance by link brings along, kept beside the command until it is carried out. */
export interface AcceptanceParticulars {
  readonly tokenHash: string;
  readonly password: ChosenPassword;
}

interface Done {
  readonly provisioning: UserProvisioning;
  readonly mail?: string;
}

/**
 * Accepts an invitation, sends it again or withdraws it (WF-02). Refuses `not-found`, `link.unusable`, `invitation.over`,
 * `invitation.accepted`, `user.already-member`, `right.missing`, `user.profile-above`, `user.own-rights`, `user.deactivated`,
 * `user.suspended`.
 */
export const commandProvisioning =
  (knex: Knex, name: ProvisioningCommandName) =>
  (command: ProvisioningCommand): Promise<Owing<UserProvisioning>> =>
    change(knex, command.request, async (trx) => {
      const { actor, request } = command;
      const at = request.receivedAt;
      const locked = await lockProvisioning(trx, command.provisioningId);
      orThrow(provisioningCommands[name].check(locked.provisioning, at));
      const { provisioning, mail = null } = await commands[name](trx, locked, command, at);
      const { event } = provisioningCommands[name];
      const facts = name === 'accept' ? {} : onBehalf(actor, provisioning.companyId);
      const told = { event, facts, mail };
      const doing = { actor, at, command: { update: name, updateId: request.id, args: command } };
      return writeProvisioning(trx, provisioning, told, doing);
    });

type Work = (
  trx: Knex.Transaction,
  locked: LockedProvisioning,
  command: ProvisioningCommand,
  at: Instant,
) => Promise<Done>;

const commands: Readonly<Record<ProvisioningCommandName, Work>> = {
  accept: (trx, locked, command, at) =>
    locked.row.kind === 'user'
      ? acceptByLink(trx, locked, command, at)
      : acceptLoggedIn(trx, locked, command, at),
  resend: async (trx, { row, provisioning }, { actor }, at) => {
    const member = await mayAdminister(trx, row.company_id, row.user_id, actor);
    if (member !== null) orThrow(checkInvitable(member));
    const sent = resend(provisioning, at);
    await linkFor(trx, sent, row.user_id, at);
    if (row.user_id === null) return { provisioning: sent };
    await markFollowed(trx, row.user_id, { actor, companyId: row.company_id }, at);
    return { provisioning: sent, mail: row.kind === 'user' ? 'invitation' : 'membership-invitation' };
  },
  withdraw: async (trx, { row, provisioning }, { actor }, at) => {
    await mayAdminister(trx, row.company_id, null, actor);
    return { provisioning: withdraw(provisioning, at) };
  },
};

/** The link proves the mailbox, the password is new: the user can log in from now on, but is not logged in (check 40). */
async function acceptByLink(
  trx: Knex.Transaction,
  { row, provisioning }: LockedProvisioning,
  { request }: ProvisioningCommand,
  at: Instant,
): Promise<Done> {
  const particulars = await takeParticulars<AcceptanceParticulars>(trx, request);
  const link = particulars && (await useLink(trx, 'invitation', particulars.tokenHash, at));
  const { user_id: userId, membership_id: membershipId } = row;
  const password = link?.lifeId === row.id ? particulars?.password : undefined;
  if (password === undefined || userId === null || membershipId === null) throw new Refused(linkDead);
  await writePassword(trx, userId, password, at);
  await endPersonLinks(trx, userId, at);
  await acceptMembership(trx, membershipId, at);
  await tellOfAdministrators(trx, row.company_id, { type: 'user', id: userId }, at);
  await tellRegistration(trx, row.company_id, userId, at);
  // As he stands by now: the profile may have been another one when he was invited.
  const member = await lockMember(trx, row.company_id, userId);
  if (member?.profile === 'administrator') await tellOfApplicants(trx, row.company_id, userId, at);
  return { provisioning: accept(provisioning, await hasRights(trx, membershipId), at) };
}

/** Only the invited person, who is logged in, says yes; the membership begins with it (decided.md, People). */
async function acceptLoggedIn(
  trx: Knex.Transaction,
  { row, provisioning }: LockedProvisioning,
  { actor }: ProvisioningCommand,
  at: Instant,
): Promise<Done> {
  if (row.user_id === null || actor.type !== 'user' || actor.id !== row.user_id) throw new Refused(hidden);
  const member = await lockMember(trx, row.company_id, row.user_id);
  if (member !== null) throw new Refused(refuseState('user.already-member'));
  const membershipId = uuidv7();
  await trx('memberships').insert({
    id: membershipId,
    user_id: row.user_id,
    company_id: row.company_id,
    profile: row.profile,
    created_at: toDb(at),
    created_by: row.owner_id,
    accepted_at: toDb(at),
    first_login_at: toDb(at),
  });
  // Another one, sent to him under the name he bore before, has nothing left to ask.
  await endInvitations(trx, { company_id: row.company_id, user_id: row.user_id }, at, row.id);
  await trx('user_provisionings').where({ id: row.id }).update({ membership_id: membershipId });
  if (row.profile === 'administrator') await tellOfApplicants(trx, row.company_id, row.user_id, at);
  await tellOfAdministrators(trx, row.company_id, actor, at);
  return { provisioning: accept(provisioning, await hasRights(trx, membershipId), at) };
}

async function acceptMembership(trx: Knex.Transaction, membershipId: string, at: Instant): Promise<void> {
  await trx('memberships')
    .where({ id: membershipId })
    .update({ accepted_at: toDb(at), version: trx.raw('version + 1') });
}

/** The right as it stands under lock; of a person who may not exist, only that the author is an administrator. Returns the member. */
async function mayAdminister(
  trx: Knex.Transaction,
  companyId: string,
  userId: string | null,
  actor: Actor,
): Promise<LockedMember | null> {
  const author = await authorOf(trx, companyId, actor);
  const member = userId === null ? null : await lockMember(trx, companyId, userId);
  const anybody = { userId: '', profile: 'user', isStaff: false } as const;
  const nothing = { acceptedAt: null, deactivatedAt: null, suspendedAt: null };
  orThrow(checkAdminister(author, member ?? { ...anybody, ...nothing }));
  return member;
}
