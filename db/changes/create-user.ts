import type { Knex } from 'knex';
import { v7 as uuidv7 } from 'uuid';
import type { Instant } from '../../domain/calendar.ts';
import type { Profile } from '../../domain/rights.ts';
import type { Sex } from '../../domain/user.ts';
import { checkCreateUser, checkUsername, fullName } from '../../domain/user.ts';
import { orThrow, Refused, refuseState } from '../../domain/verdict.ts';
import { isDuplicateKey } from '../errors.ts';
import { toDb } from '../instants.ts';
import type { Actor } from './append-event.ts';
import { appendEvent } from './append-event.ts';
import { beginProvisioning } from './begin-provisioning.ts';
import type { ChangeRequest } from './change.ts';
import { change } from './change.ts';
import type { LockedCompany } from './lock-member.ts';
import { authorOf, lockCompany, onBehalf } from './lock-member.ts';

/** UM-13, without a password: the user chooses his own by a link that works once (UM-21, check 26). */
export interface NewUser {
  readonly companyId: string;
  readonly username: string;
  readonly email: string;
  readonly firstName: string;
  readonly lastName: string;
  readonly sex: Sex | null;
  readonly language: string;
  readonly profile: Profile;
  /** The answer under argon2id; it opens nothing (check 25). */
  readonly security: { readonly question: string; readonly answerHash: string } | null;
}

/**
 * Data and profile in one act: from this commit on the user exists, with no right at all and no password (UM-14).
 * Returns his id. Refuses `not-found`, `right.missing`, `user.profile-above`, `user.username-is-address`,
 * `user.username-taken`.
 */
export const createUser =
  (knex: Knex) =>
  (user: NewUser, actor: Actor, at: Instant, request: ChangeRequest): Promise<{ readonly userId: string }> =>
    change(knex, request, async (trx) => {
      const company = await lockCompany(trx, user.companyId);
      orThrow(checkCreateUser(await authorOf(trx, company.id, actor), user.profile));
      orThrow(checkUsername(user.username, user.email));
      return { userId: await writeUser(trx, company, user, actor, at) };
    });

/**
 * The person, his membership that nobody has accepted yet, and his invitation, within the change of a caller who has
 * locked the company and asked whether it may be. Returns his id. Refuses `user.username-taken`.
 */
export async function writeUser(
  trx: Knex.Transaction,
  company: LockedCompany,
  user: NewUser,
  actor: Actor,
  at: Instant,
): Promise<string> {
  const userId = await insertUser(trx, user);
  const membershipId = uuidv7();
  await trx('memberships').insert({
    id: membershipId,
    user_id: userId,
    company_id: company.id,
    profile: user.profile,
    created_at: toDb(at),
    created_by: actor.id,
  });
  const { profile } = user;
  const invited = { kind: 'user', userId, membershipId, profile, typed: null } as const;
  const provisioning = await beginProvisioning(trx, company, invited, actor, at);
  await appendEvent(trx, {
    kind: 'user.created',
    subjectType: 'user',
    subjectId: userId,
    companyId: company.id,
    actor,
    at,
    body: {
      profile,
      provisioningId: provisioning.id,
      endsAt: provisioning.endsAt,
      ...onBehalf(actor, company.id),
    },
    wakes: { life: 'user-provisioning', id: provisioning.id },
  });
  return userId;
}

async function insertUser(trx: Knex.Transaction, user: NewUser): Promise<string> {
  const id = uuidv7();
  try {
    await trx('users').insert({
      id,
      username: user.username,
      email: user.email,
      name: fullName(user.firstName, user.lastName),
      first_name: user.firstName,
      last_name: user.lastName,
      sex: user.sex,
      language: user.language,
      security_question: user.security?.question ?? null,
      security_answer_hash: user.security?.answerHash ?? null,
    });
  } catch (error) {
    if (isDuplicateKey(error)) throw usernameTaken();
    throw error;
  }
  return id;
}

export function usernameTaken(): Refused {
  return new Refused(refuseState('user.username-taken', { field: 'username' }));
}
