/** What answering a request for rights writes: an administrator gives of his own, staff open it and give it (decided.md, Rights). */
import type { Knex } from 'knex';
import type { Instant } from '../../domain/calendar.ts';
import { grantedRights, grantorOf } from '../../domain/holding.ts';
import type { RightSet } from '../../domain/right-set.ts';
import { isWithin } from '../../domain/right-set.ts';
import { checkAdminister } from '../../domain/user.ts';
import { orThrow, Refused, refuseRight, refuseState, refuseValue } from '../../domain/verdict.ts';
import { activeAdministrators } from '../queries/active-administrators.ts';
import { givingOf } from '../queries/giving.ts';
import type { RequestAround } from '../queries/rights-request-ground.ts';
import { holdingOf } from '../queries/rights.ts';
import type { Actor } from './append-event.ts';
import { appendEvent } from './append-event.ts';
import { onBehalf } from './lock-member.ts';
import { grantByOperator, writeBoundary } from './write-boundary.ts';
import type { LockedRightsRequest } from './write-rights-request.ts';
import { saveHolding } from './save-holding.ts';

/**
 * In-house: on top of what the asker holds, within what the administrator may give at this moment (UM-07). Refuses
 * `right.missing`, what `checkAdminister` refuses, and what `planSaving` refuses.
 */
export async function giveInHouse(
  trx: Knex.Transaction,
  locked: LockedRightsRequest,
  { application, account, profile }: RequestAround,
  part: RightSet,
  actor: Actor,
  at: Instant,
): Promise<void> {
  const { author, member } = locked;
  if (author.standing !== 'administrator' || member === null)
    throw new Refused(refuseRight('right.missing', { action: 'user.administer' }));
  orThrow(checkAdminister(author, member));
  const { accountId, companyId } = account;
  const key = {
    holderKind: 'user',
    holderId: member.membershipId,
    accountId,
    application: application.key,
  } as const;
  const holding = await holdingOf(trx, key);
  const { ceiling } = await givingOf(trx, companyId, author, application, account);
  const { plan, version } = await saveHolding(trx, {
    ...{ application, key, holding, grantor: grantorOf(author), reason: 'saved', at },
    holder: { kind: 'user', routerType: null },
    wish: {
      profile: holding?.profile ?? profile,
      rights: [...grantedRights(holding ?? undefined), ...part],
    },
    ceiling,
    revocation: 'individual',
  });
  if (!plan.isChanged) return;
  const { added, removed } = plan;
  await appendEvent(trx, {
    kind: 'user.rights-saved',
    subjectType: 'user',
    subjectId: member.userId,
    companyId,
    actor,
    at,
    body: { accountId, application: application.key, profile: plan.profile, added, removed, version },
    wakes: { life: 'provisionings-of', id: member.userId },
  });
}

/**
 * By staff: the boundary is widened where it has to be, and what was opened is given to the asking administrator, or for a
 * user's request to the administrator chosen to grant it on; both or neither. Returns that administrator, null for the
 * asker himself. Refuses `rights-request.administrator-needed`, `rights.not-administrator`,
 * `rights-request.administrator-cannot-hold`, what `checkAdminister` refuses, and what `writeBoundary` and
 * `grantByOperator` refuse.
 */
export async function openByStaff(
  trx: Knex.Transaction,
  locked: LockedRightsRequest,
  around: RequestAround,
  { part, administratorId, actor, at }: OpeningByStaff,
): Promise<string | null> {
  const { author, member, request } = locked;
  const { application, account } = around;
  const { accountId, companyId } = account;
  if (member === null) throw new Refused(refuseState('rights-request.closed', { outcome: 'lapsed' }));
  orThrow(checkAdminister(author, member));
  const receiver = request.isAdministrators
    ? { id: null, userId: member.userId, membershipId: member.membershipId }
    : await chosen(trx, companyId, actor.id, administratorId);
  const work = { application, accountId, companyId, staffId: actor.id, at };
  const held = await holdingOf(trx, {
    holderKind: 'company',
    holderId: companyId,
    accountId,
    application: application.key,
  });
  const { plan, version } = await writeBoundary(trx, work, [...grantedRights(held ?? undefined), ...part]);
  await grantByOperator(trx, work, receiver.membershipId, part, around.profile);
  const given = { id: receiver.userId, standing: 'administrator' } as const;
  const { ceiling } = await givingOf(trx, companyId, given, application, account);
  if (!isWithin(part, ceiling))
    throw new Refused(
      refuseState('rights-request.administrator-cannot-hold', { administratorId: receiver.userId }),
    );
  if (plan.isChanged)
    await appendEvent(trx, {
      kind: 'account.boundary-set',
      subjectType: 'account',
      subjectId: accountId,
      companyId,
      actor,
      at,
      body: {
        application: application.key,
        version,
        added: plan.added,
        removed: plan.removed,
        requestId: request.id,
        ...onBehalf(actor, companyId),
      },
      wakes: { life: 'rights-requests-of', id: companyId },
    });
  return receiver.id;
}

export interface OpeningByStaff {
  readonly part: RightSet;
  /** Who is to grant it on; null where there is but one. */
  readonly administratorId: string | null;
  readonly actor: Actor;
  readonly at: Instant;
}

/** Never the one of the staff who opens it (check 11). */
async function chosen(
  trx: Knex.Transaction,
  companyId: string,
  staffId: string,
  administratorId: string | null,
) {
  const administrators = await activeAdministrators(trx, companyId, staffId);
  const allowed = administrators.map(({ id }) => id);
  const field = 'administratorId';
  if (administratorId === null && administrators.length !== 1)
    throw new Refused(refuseValue('rights-request.administrator-needed', { field, allowed }));
  const found = administrators.find(({ id }) => administratorId === null || id === administratorId);
  if (found === undefined)
    throw new Refused(refuseValue('rights.not-administrator', { field, userId: administratorId }));
  return { id: found.id, userId: found.id, membershipId: found.membershipId };
}
