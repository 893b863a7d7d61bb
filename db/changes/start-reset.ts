import type { Knex } from 'knex';
import { v7 as uuidv7 } from 'uuid';
import type { Instant } from '../../domain/calendar.ts';
import { minutes, plusMilliseconds } from '../../domain/calendar.ts';
import { checkAdminister, checkIdentity, isActive } from '../../domain/user.ts';
import { allow, firstRefusal, hidden, orThrow, Refused, refuseState } from '../../domain/verdict.ts';
import { toDb } from '../instants.ts';
import { peoplePolicyOf, policySetInForce } from '../policy-sets.ts';
import type { Actor } from './append-event.ts';
import { appendEvent } from './append-event.ts';
import type { ChangeRequest } from './change.ts';
import { change } from './change.ts';
import { authorOf, isElsewhere, lockCompany, lockMember, onBehalf } from './lock-member.ts';
import { makeLink } from './one-time-links.ts';
import { addLogin, killEarlierResets, markFollowed, oweRecoveryMail } from './write-recovery.ts';

export interface StartedReset {
  readonly recoveryId: string;
  readonly linkEndsAt: Instant;
}

interface ResetOf {
  readonly companyId: string;
  readonly userId: string;
}

/**
 * An administrator or staff start a reset for a user: a mail with a link goes to his own mailbox, nobody else chooses or
 * sees a password (check 26, UM-24); links he had before are dead (check 35). Refuses `not-found`, `right.missing`,
 * `user.profile-above`, `user.own-rights`, `user.in-other-companies` and `recovery.user-not-active`.
 */
export const startReset =
  (knex: Knex) =>
  (
    { companyId, userId }: ResetOf,
    actor: Actor,
    at: Instant,
    request: ChangeRequest,
  ): Promise<StartedReset> =>
    change(knex, request, async (trx) => {
      const company = await lockCompany(trx, companyId);
      const author = await authorOf(trx, companyId, actor);
      const member = await lockMember(trx, companyId, userId);
      if (member === null) throw new Refused(hidden);
      orThrow(
        firstRefusal(
          checkAdminister(author, member),
          checkIdentity(author, await isElsewhere(trx, companyId, userId)),
          isActive(member) ? allow : refuseState('recovery.user-not-active'),
        ),
      );
      const policySetId = await policySetInForce(trx, company.brand_id, at);
      const { links, version } = await peoplePolicyOf(trx, policySetId);
      const linkEndsAt = plusMilliseconds(at, minutes(links.resetMinutes));
      const recoveryId = uuidv7();
      await markFollowed(trx, userId, { actor, companyId }, at);
      await killEarlierResets(trx, [userId], at);
      const linkId = await makeLink(trx, {
        purpose: 'reset',
        lifeId: recoveryId,
        userId,
        endsAt: linkEndsAt,
        at,
      });
      await trx('credential_recoveries').insert({
        id: recoveryId,
        source: actor.type === 'staff' ? 'staff' : 'administrator',
        company_id: companyId,
        brand_id: company.brand_id,
        policy_set_id: policySetId,
        link_id: linkId,
        version: 1,
        asked_at: toDb(at),
        ends_at: toDb(linkEndsAt),
        ends_rule: `check 35: ${String(links.resetMinutes)} minutes, policy ${String(version)}`,
        next_act_at: toDb(linkEndsAt),
      });
      const { credential_version: credentialVersion } = await trx('users')
        .where({ id: userId })
        .first<{ credential_version: number }>('credential_version');
      await addLogin(trx, recoveryId, { userId, credentialVersion, way: 'self' });
      await oweRecoveryMail(trx, recoveryId, 'reset-started', userId, at);
      await appendEvent(trx, {
        kind: 'credential-recovery.started',
        subjectType: 'user',
        subjectId: userId,
        companyId,
        actor,
        at,
        body: { recoveryId, endsAt: linkEndsAt, ...onBehalf(actor, companyId) },
        wakes: { life: 'credential-recovery', id: recoveryId },
      });
      return { recoveryId, linkEndsAt };
    });
