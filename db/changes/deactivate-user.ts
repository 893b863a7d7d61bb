/** Deactivation and return (WF-04, UM-19, X-10): nobody is deleted, everything by which he got in dies at once. */
import type { Knex } from 'knex';
import {
  checkNoMainContact,
  checkNotDeactivated,
  checkReactivate,
  checkRemove,
  checkStaysAdministered,
} from '../../domain/user.ts';
import { orThrow } from '../../domain/verdict.ts';
import { peoplePolicyInForce } from '../policy-sets.ts';
import type { Administering } from './administer-member.ts';
import { administerMember, writeMembership } from './administer-member.ts';
import { anonymise, isNeeded } from './anonymise.ts';
import { endMember } from './end-member.ts';
import type { LockedMember } from './lock-member.ts';
import { otherAdministrators } from './lock-member.ts';
import { isInvitedMainContact } from '../queries/recipient-accounts.ts';
import { settlePerson } from './person-access.ts';

/**
 * Ends the membership with its rights; of a person who belongs to no other company, sessions and links too. What he
 * owned goes to who ended it. Refuses as `administerMember`, and `user.deactivated`, `user.last-administrator`,
 * `user.main-contact`.
 */
export const deactivateUser = (knex: Knex) => (asked: Administering) =>
  administerMember(knex, asked, (trx, { member }) => endMembership(trx, member, asked));

/** The work of it, for a change that has locked company and member and asked whether the author may. */
export async function endMembership(
  trx: Knex.Transaction,
  member: LockedMember,
  { companyId, userId, actor, at }: Omit<Administering, 'request'>,
) {
  orThrow(checkNotDeactivated(member));
  orThrow(checkStaysAdministered(member, await otherAdministrators(trx, companyId, userId)));
  orThrow(checkNoMainContact(await isInvitedMainContact(trx, companyId, userId, at)));
  const ended = await endMember(trx, member, actor.id, at);
  const invitations = await reown(trx, companyId, userId, actor.type === 'user' ? actor.id : null);
  return {
    event: 'deactivated',
    body: { ended, reowned: { invitations } },
    wakes: { life: 'provisionings-of', id: userId },
  };
}

/**
 * Identity comes back, rights do not: an administrator returns as a user (WF-04). Refuses as `administerMember`, and
 * `user.not-deactivated`.
 */
export const reactivateUser = (knex: Knex) => (asked: Administering) =>
  administerMember(knex, asked, async (trx, { member }) => {
    orThrow(checkReactivate(member));
    await writeMembership(trx, member, { deactivated_at: null, profile: 'user' });
    await settlePerson(trx, asked.userId, asked.at);
    return { event: 'reactivated', body: { profile: 'user' } };
  });

/**
 * Takes a deactivated member off the books, where the brand removes users; of a person on whom nothing else hangs
 * nothing remains but an empty row that events point to. Refuses as `administerMember`, and
 * `user.removal-not-offered`, `user.not-deactivated`.
 */
export const removeUser = (knex: Knex) => (asked: Administering) =>
  administerMember(knex, asked, async (trx, { company, member }) => {
    const { removal } = await peoplePolicyInForce(trx, company.brand_id, asked.at);
    orThrow(checkRemove(member, removal));
    await trx('memberships').where({ id: member.membershipId }).delete();
    const isAnonymous = !(await isNeeded(trx, asked.userId));
    if (isAnonymous) await anonymise(trx, asked.userId, asked.at);
    return { event: 'removed', body: { isAnonymous }, wakes: { life: 'provisionings-of', id: asked.userId } };
  });

/** Invitations he sent go on; who ended his membership hears how. Null: every administrator does. */
async function reown(
  trx: Knex.Transaction,
  companyId: string,
  userId: string,
  heirId: string | null,
): Promise<number> {
  return trx('user_provisionings')
    .where({ company_id: companyId, owner_id: userId, closed_at: null })
    .update({ owner_id: heirId === userId ? null : heirId });
}
