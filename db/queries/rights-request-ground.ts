/** What stands around a request for rights, as its course asks for it; under the locks of a change for good (WF-05). */
import type { Knex } from 'knex';
import type { Application } from '../../domain/application.ts';
import { grantedRights } from '../../domain/holding.ts';
import { noRights } from '../../domain/right-set.ts';
import type { RequestGround } from '../../domain/rights-request-course.ts';
import type { Member } from '../../domain/user.ts';
import { isActive, standingOf } from '../../domain/user.ts';
import type { Account } from './accounts.ts';
import { activeAdministrators } from './active-administrators.ts';
import { givingOf } from './giving.ts';
import { holdingOf } from './rights.ts';

export interface RequestAround {
  readonly application: Application;
  readonly account: Account;
  /** Who asks; null when he is none of the company any more. */
  readonly member: (Member & { readonly membershipId: string }) | null;
  readonly userId: string;
  /** As it was asked for. */
  readonly profile: string | null;
  readonly isAdministrators: boolean;
}

export async function requestGround(knex: Knex, around: RequestAround): Promise<RequestGround> {
  const { application, account, member, userId } = around;
  const { companyId } = account;
  const standing = standingOf(member);
  const giving = await givingOf(knex, companyId, { id: userId, standing }, application, account);
  const key = {
    holderKind: 'user',
    holderId: member?.membershipId ?? '',
    accountId: account.accountId,
    application: application.key,
  } as const;
  const holding = member === null ? null : await holdingOf(knex, key);
  const others = [];
  for (const { id } of await activeAdministrators(knex, companyId, userId)) {
    const author = { id, standing: 'administrator' } as const;
    others.push((await givingOf(knex, companyId, author, application, account)).ceiling);
  }
  return {
    application,
    profile: holding?.profile ?? around.profile,
    // Suspended is not gone: staff may release him.
    isMember: member !== null && (isActive(member) || isOnlySuspended(member)),
    isAdministrators: around.isAdministrators && standing === 'administrator',
    granted: grantedRights(holding ?? undefined),
    effective: giving.own?.rights ?? noRights,
    boundary: giving.boundary,
    own: standing === 'administrator' ? giving.ceiling : noRights,
    others,
  };
}

function isOnlySuspended({ acceptedAt, deactivatedAt, suspendedAt }: Member): boolean {
  return acceptedAt !== null && deactivatedAt === null && suspendedAt !== null;
}
