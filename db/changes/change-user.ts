/** What administrators and staff change about a member: his profile here, and the identity of who is only here. */
import type { Knex } from 'knex';
import type { Profile } from '../../domain/rights.ts';
import type { Sex } from '../../domain/user.ts';
import {
  checkCreateUser,
  checkIdentity,
  checkInvitable,
  checkNotDeactivated,
  checkStaysAdministered,
  checkUsername,
  checkUserVersion,
  fullName,
  isActiveAdministrator,
} from '../../domain/user.ts';
import { usernameUnder } from '../../domain/username.ts';
import { orThrow } from '../../domain/verdict.ts';
import { isDuplicateKey } from '../errors.ts';
import { toDb } from '../instants.ts';
import type { Administered, Administering } from './administer-member.ts';
import { administerMember, writeMembership } from './administer-member.ts';
import { usernameTaken } from './create-user.ts';
import { isElsewhere, otherAdministrators } from './lock-member.ts';
import { endPersonLinks } from './person-access.ts';
import { owePersonalNotice } from './personal-notices.ts';
import { sendInvitationAnew } from './send-invitation-anew.ts';
import { tellOfApplicants } from './tell-of-applicants.ts';

/**
 * Raises a user to administrator (UM-05) or takes the profile from him. The same profile again changes nothing.
 * Refuses as `administerMember`, and `user.deactivated`, `user.last-administrator`.
 */
export const setProfile = (knex: Knex) => (asked: Administering, profile: Profile) =>
  administerMember(knex, asked, async (trx, { author, member }) => {
    orThrow(checkNotDeactivated(member));
    orThrow(checkCreateUser(author, profile));
    if (member.profile === profile) return null;
    if (profile === 'user') {
      const others = await otherAdministrators(trx, asked.companyId, asked.userId);
      orThrow(checkStaysAdministered(member, others));
    }
    await writeMembership(trx, member, { profile });
    // The first one is still invited: who was referred to him is told to who administers now.
    if (isActiveAdministrator({ ...member, profile }))
      await tellOfApplicants(trx, asked.companyId, asked.userId, asked.at);
    return {
      event: 'profile-changed',
      body: { profile },
      wakes: { life: 'provisionings-of', id: asked.userId },
    };
  });

/**
 * Whether the user may reset his password by himself (UM-24); links under way are dead, but for an invitation. The same
 * again changes nothing. Refuses as `administerMember`, and `user.in-other-companies`.
 */
export const setSelfReset = (knex: Knex) => (asked: Administering, isAllowed: boolean) =>
  administerMember(knex, asked, async (trx, administered) => {
    const user = await identityOf(trx, asked, administered);
    if ((user.self_reset_allowed === 1) === isAllowed) return null;
    // Who was never in has no password that a link could reset: his invitation goes on.
    await writePerson(trx, asked, { self_reset_allowed: isAllowed }, administered.member.acceptedAt !== null);
    return { event: 'self-reset-changed', body: { isAllowed } };
  });

/** What of a person may be changed for him; what is left out stays. */
export interface PersonChanges {
  readonly username?: string | undefined;
  readonly email?: string | undefined;
  readonly firstName?: string | undefined;
  readonly lastName?: string | undefined;
  readonly sex?: Sex | null | undefined;
  readonly language?: string | undefined;
}

/**
 * Changes a person's data; links made before are dead when username or e-mail changed, and the address he had is told.
 * Who has not accepted yet is invited anew instead. Refuses as `administerMember`, and `user.in-other-companies`, `user.version-stale`, `user.username-is-address`, `user.username-taken`.
 */
export const changeUser = (knex: Knex) => (asked: Administering, changes: PersonChanges, version: number) =>
  administerMember(knex, asked, async (trx, administered) => {
    const user = await identityOf(trx, asked, administered);
    orThrow(checkUserVersion(user.version, version));
    const columns = columnsOf(user, changes);
    const changed = Object.keys(columns).filter((name) => columns[name] !== user[name as keyof PersonRow]);
    if (changed.length === 0) return null;
    const isCredential = changed.includes('username') || changed.includes('email');
    if (isCredential) orThrow(checkUsername(usernameOf(user, changes), changes.email ?? user.email));
    await writePerson(trx, asked, columns, isCredential);
    // Which, never what: the event log outlives the data.
    const told = { event: 'changed', body: { fields: changed } };
    if (!isCredential) return told;
    if (administered.member.acceptedAt === null) {
      // Who is suspended is invited anew when he is released.
      if (checkInvitable(administered.member).ok) await sendInvitationAnew(trx, asked);
      return { ...told, wakes: { life: 'provisionings-of', id: asked.userId } };
    }
    const notice = { userId: asked.userId, kind: 'identity-changed', email: user.email };
    return { ...told, wakes: await owePersonalNotice(trx, notice, asked.at) };
  });

interface PersonRow {
  readonly username: string;
  readonly email: string;
  readonly first_name: string | null;
  readonly last_name: string | null;
  readonly name: string;
  readonly sex: Sex | null;
  readonly language: string;
  readonly version: number;
  readonly self_reset_allowed: number;
}

async function identityOf(
  trx: Knex.Transaction,
  { companyId, userId }: Administering,
  { author }: Administered,
): Promise<PersonRow> {
  orThrow(checkIdentity(author, await isElsewhere(trx, companyId, userId)));
  return trx('users').where({ id: userId }).first<PersonRow>();
}

/** What was given; else one in the form of an address follows a new address, as when he changes it himself (UM-10). */
function usernameOf(user: PersonRow, { username, email = user.email }: PersonChanges): string {
  return username ?? (email === user.email ? user.username : usernameUnder(email, user.username));
}

/** Only what was given; the name shown is made anew of both names. */
function columnsOf(user: PersonRow, changes: PersonChanges): Record<string, unknown> {
  const { firstName = user.first_name, lastName = user.last_name } = changes;
  const isNamed = changes.firstName !== undefined || changes.lastName !== undefined;
  const given = {
    username: usernameOf(user, changes),
    email: changes.email,
    first_name: changes.firstName,
    last_name: changes.lastName,
    name: isNamed ? fullName(firstName ?? '', lastName ?? '').trim() : undefined,
    sex: changes.sex,
    language: changes.language,
  };
  return Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined));
}

async function writePerson(
  trx: Knex.Transaction,
  { userId, at }: Administering,
  columns: Record<string, unknown>,
  isCredential: boolean,
): Promise<void> {
  const counted = isCredential ? { credential_version: trx.raw('credential_version + 1') } : {};
  try {
    await trx('users')
      .where({ id: userId })
      .update({ ...columns, ...counted, version: trx.raw('version + 1') });
  } catch (error) {
    if (isDuplicateKey(error)) throw usernameTaken();
    throw error;
  }
  if (isCredential) await endPersonLinks(trx, userId, at);
}

/**
 * Ends sessions of a member, one or all. A person's sessions are his identity: his administrator ends them while he
 * belongs to no other company (check 46). None that is open: nothing changes. Refuses as `administerMember`, and
 * `user.in-other-companies`.
 */
export const endUserSessions = (knex: Knex) => (asked: Administering, sessionId: string | null) =>
  administerMember(knex, asked, async (trx, administered) => {
    await identityOf(trx, asked, administered);
    const which = sessionId === null ? {} : { id: sessionId };
    const sessions = await trx('sessions')
      .where({ user_id: asked.userId, ended_at: null, ...which })
      .update({ ended_at: toDb(asked.at) });
    return sessions === 0 ? null : { event: 'sessions-ended', body: { sessions } };
  });
