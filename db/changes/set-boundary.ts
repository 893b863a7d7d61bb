import type { Knex } from 'knex';
import type { Application, Registry } from '../../domain/application.ts';
import type { Instant } from '../../domain/calendar.ts';
import { checkAccountValues } from '../../domain/account-values.ts';
import { postboxDimension } from '../../domain/postbox-rights.ts';
import type { RightSet } from '../../domain/right-set.ts';
import { hidden, orThrow, Refused, refuseState, refuseValue } from '../../domain/verdict.ts';
import { accountById, scopeValuesOf } from '../queries/accounts.ts';
import { activeAdministrators, invitedAdministrators } from '../queries/active-administrators.ts';
import type { Actor } from './append-event.ts';
import { appendEvent } from './append-event.ts';
import type { ChangeRequest } from './change.ts';
import { change } from './change.ts';
import { checkBoxes } from './check-boxes.ts';
import { lockCompany, onBehalf, staffOnly } from './lock-member.ts';
import { grantByOperator, writeBoundary } from './write-boundary.ts';

export interface BoundaryAsked {
  readonly accountId: string;
  readonly application: string;
  readonly rights: RightSet;
  /** Who receives what is added; null: every active administrator. */
  readonly userIds: readonly string[] | null;
  /** Of an application with profiles: the one under which they receive it. */
  readonly profile: string | null;
  readonly version: number;
}

export interface BoundarySaved {
  readonly version: number;
  readonly added: RightSet;
  readonly removed: RightSet;
}

/**
 * Sets what a company may hold on an account: staff only. What is added the operator grants in the same transaction to all
 * active administrators, and where there is none yet to those who are invited, unless staff name some; a reduction counts
 * at once, for everybody (decided.md, Rights). Refuses `not-found`, `right.missing`, `rights.version-stale`,
 * `rights.not-administrator`, `rights.value-not-of-account`, `rights.value-of-other-kind`, `rights.profile-unknown`,
 * `account.box-of-other-company`, and what `checkWish` refuses.
 */
export const setBoundary =
  (knex: Knex, registry: Registry) =>
  (asked: BoundaryAsked, actor: Actor, at: Instant, request: ChangeRequest | null): Promise<BoundarySaved> =>
    change(knex, request, async (trx) => {
      const { accountId, rights } = asked;
      const application = registry.get(asked.application);
      const account = await accountById(trx, accountId);
      if (application === undefined || account === null) throw new Refused(hidden);
      const { companyId } = account;
      await lockCompany(trx, companyId);
      await staffOnly(trx, companyId, actor);
      orThrow(checkAccountValues(application, rights, await scopeValuesOf(trx, accountId)));
      const boxIds = rights.flatMap(({ scope }) => scope[postboxDimension] ?? []);
      await checkBoxes(trx, companyId, boxIds, `rights/scope/${postboxDimension}`);
      checkProfileNamed(application, asked.profile);
      await checkVersion(trx, asked, companyId, application);
      const work = { application, accountId, companyId, staffId: actor.id, at };
      const { plan, version } = await writeBoundary(trx, work, rights);
      for (const membershipId of await receivers(trx, companyId, actor.id, asked.userIds))
        await grantByOperator(trx, work, membershipId, plan.added, asked.profile);
      const { added, removed } = plan;
      await appendEvent(trx, {
        kind: 'account.boundary-set',
        subjectType: 'account',
        subjectId: accountId,
        companyId,
        actor,
        at,
        body: { application: application.key, version, added, removed, ...onBehalf(actor, companyId) },
        wakes: { life: 'rights-requests-of', id: companyId },
      });
      return { version, added, removed };
    });

function checkProfileNamed({ profiles }: Application, profile: string | null): void {
  const allowed = profiles.map(({ key }) => key);
  if (profile !== null && !allowed.includes(profile))
    throw new Refused(refuseValue('rights.profile-unknown', { field: 'profile', allowed }));
}

async function checkVersion(
  trx: Knex.Transaction,
  { accountId, version }: BoundaryAsked,
  companyId: string,
  application: Application,
): Promise<void> {
  const row = await trx('holdings')
    .where({
      holder_kind: 'company',
      holder_id: companyId,
      account_id: accountId,
      application: application.key,
    })
    .first<{ version: number } | undefined>('version');
  const present = row?.version ?? 0;
  if (present !== version) throw new Refused(refuseState('rights.version-stale', { version: present }));
}

/** Memberships of those who receive an addition; staff never give to themselves (check 11). */
async function receivers(
  trx: Knex.Transaction,
  companyId: string,
  staffId: string,
  userIds: readonly string[] | null,
): Promise<readonly string[]> {
  const active = await activeAdministrators(trx, companyId, null);
  const whoever = active.length > 0 ? active : await invitedAdministrators(trx, companyId);
  const administrators = whoever.filter(({ id }) => id !== staffId);
  if (userIds === null) return administrators.map(({ membershipId }) => membershipId);
  return userIds.map((userId) => {
    const found = administrators.find((each) => each.id === userId);
    if (found === undefined)
      throw new Refused(refuseValue('rights.not-administrator', { field: 'userIds', userId }));
    return found.membershipId;
  });
}
