/** Staff stop somebody at once, an only administrator too (decided.md, People). */
import type { Knex } from 'knex';
import { checkRelease, checkSuspend } from '../../domain/user.ts';
import { orThrow } from '../../domain/verdict.ts';
import { toDb } from '../instants.ts';
import type { Administering } from './administer-member.ts';
import { administerMember, writeMembership } from './administer-member.ts';
import { otherAdministrators } from './lock-member.ts';
import { endAccess, settlePerson } from './person-access.ts';
import { sendInvitationAnew } from './send-invitation-anew.ts';

/**
 * He keeps his profile by name; sessions and links end with the commit. Refuses as `administerMember`, and
 * `user.deactivated`, `user.suspended`.
 */
export const suspendUser = (knex: Knex) => (asked: Administering) =>
  administerMember(knex, asked, async (trx, { member }) => {
    const { companyId, userId, at } = asked;
    orThrow(checkSuspend(member));
    await writeMembership(trx, member, { suspended_at: toDb(at) });
    await settlePerson(trx, userId, at);
    const ended = await endAccess(trx, userId, at);
    const isUnadministered =
      member.profile === 'administrator' && (await otherAdministrators(trx, companyId, userId)) === 0;
    return {
      event: 'suspended',
      body: { ended, isUnadministered },
      wakes: { life: 'provisionings-of', id: userId },
    };
  });

/**
 * He is again what he was; who was never in is invited anew, for his link died with the suspension. Refuses as
 * `administerMember`, and `user.not-suspended`.
 */
export const releaseUser = (knex: Knex) => (asked: Administering) =>
  administerMember(knex, asked, async (trx, { member }) => {
    orThrow(checkRelease(member));
    await writeMembership(trx, member, { suspended_at: null });
    await settlePerson(trx, asked.userId, asked.at);
    if (member.acceptedAt === null) await sendInvitationAnew(trx, asked);
    return { event: 'released', body: {}, wakes: { life: 'provisionings-of', id: asked.userId } };
  });
