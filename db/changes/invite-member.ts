/** Invitations to people who exist, or may exist; and to those who let theirs lapse (WF-02; decided.md, People). */
import type { Knex } from 'knex';
import type { Instant } from '../../domain/calendar.ts';
import { folded } from '../../domain/folded.ts';
import type { Profile } from '../../domain/rights.ts';
import { checkAdminister, checkCreateUser, checkInvitable } from '../../domain/user.ts';
import { hidden, orThrow, Refused, refuseState } from '../../domain/verdict.ts';
import { isDuplicateKey } from '../errors.ts';
import { userForLogIn } from '../queries/identity.ts';
import type { Actor } from './append-event.ts';
import { appendEvent } from './append-event.ts';
import type { NewProvisioning } from './begin-provisioning.ts';
import { beginProvisioning } from './begin-provisioning.ts';
import type { ChangeRequest } from './change.ts';
import { change } from './change.ts';
import type { LockedCompany } from './lock-member.ts';
import { authorOf, lockCompany, lockMember, onBehalf } from './lock-member.ts';

interface Begun {
  readonly id: string;
  readonly endsAt: Instant;
}

/**
 * Asks whoever answers to that username to join the company. Whether anybody does is told to nobody: the row, its end
 * and the answer are the same, only the mail is missing. Refuses `not-found`, `right.missing`,
 * `user.profile-above`, `user.already-member` (which the company sees in its list anyway), `invitation.open`.
 */
export const inviteMember =
  (knex: Knex) =>
  (
    asked: { readonly companyId: string; readonly username: string; readonly profile: Profile },
    actor: Actor,
    at: Instant,
    request: ChangeRequest,
  ): Promise<Begun> =>
    change(knex, request, async (trx) => {
      const { companyId, username, profile } = asked;
      const company = await lockCompany(trx, companyId);
      orThrow(checkCreateUser(await authorOf(trx, companyId, actor), profile));
      const userId = await personOf(trx, username);
      const member = userId === null ? null : await lockMember(trx, companyId, userId);
      if (member !== null) throw new Refused(refuseState('user.already-member'));
      const invited = { kind: 'membership', userId, membershipId: null, profile, typed: username } as const;
      return begin(trx, company, invited, { actor, at });
    });

/** Staff and those who can no longer log in answer to nothing. */
async function personOf(trx: Knex.Transaction, username: string): Promise<string | null> {
  const user = await userForLogIn(trx, username);
  const isPerson = user !== null && user.isActive && folded(user.username) === folded(username);
  if (!isPerson) return null;
  const staff = await trx('staff_roles').where({ user_id: user.id }).first<{ id: number } | undefined>('id');
  return staff === undefined ? user.id : null;
}

/**
 * A new user let his invitation lapse: a new one begins, with a row and a life of its own. Refuses `not-found`,
 * `right.missing`, `user.profile-above`, `user.own-rights`, what `checkInvitable` refuses, `invitation.open`.
 */
export const inviteAgain =
  (knex: Knex) =>
  (
    { companyId, userId }: { readonly companyId: string; readonly userId: string },
    actor: Actor,
    at: Instant,
    request: ChangeRequest,
  ): Promise<Begun> =>
    change(knex, request, async (trx) => {
      const company = await lockCompany(trx, companyId);
      const author = await authorOf(trx, companyId, actor);
      const member = await lockMember(trx, companyId, userId);
      if (member === null) throw new Refused(hidden);
      orThrow(checkAdminister(author, member));
      orThrow(checkInvitable(member));
      const { membershipId, profile } = member;
      return begin(trx, company, { kind: 'user', userId, membershipId, profile, typed: null }, { actor, at });
    });

async function begin(
  trx: Knex.Transaction,
  company: LockedCompany,
  invited: NewProvisioning,
  { actor, at }: { readonly actor: Actor; readonly at: Instant },
): Promise<Begun> {
  try {
    const { id, endsAt } = await beginProvisioning(trx, company, invited, actor, at);
    await appendEvent(trx, {
      kind: 'invitation.sent',
      subjectType: 'user-provisioning',
      subjectId: id,
      companyId: company.id,
      actor,
      at,
      body: { kind: invited.kind, profile: invited.profile, endsAt, ...onBehalf(actor, company.id) },
      wakes: { life: 'user-provisioning', id },
    });
    return { id, endsAt };
  } catch (error) {
    if (isDuplicateKey(error)) throw new Refused(refuseState('invitation.open'));
    throw error;
  }
}
