/** What a grantor may give by now (UM-07, RT-02, RT-04; decided.md, Rights, Routers); under the locks of a change, for good. */
import type { Knex } from 'knex';
import type { Application, RouterType } from '../../domain/application.ts';
import { ceilingOf, effectiveRights } from '../../domain/effective-rights.ts';
import { grantedRights, limitsOn } from '../../domain/holding.ts';
import type { RightSet } from '../../domain/right-set.ts';
import { meet, noRights } from '../../domain/right-set.ts';
import type { Author } from '../../domain/user.ts';
import { hidden, Refused } from '../../domain/verdict.ts';
import { readHoldings } from '../holding-rows.ts';
import type { Account } from './accounts.ts';
import { routerTypeOf } from './router-types.ts';

export interface Giving {
  readonly ceiling: RightSet;
  /** All that anybody may be given there by whomever. */
  readonly boundary: RightSet;
  /** What the grantor himself may do there; null for staff, and for people of a router, who hand on what it received. */
  readonly own: { readonly profile: string | null; readonly rights: RightSet } | null;
  /** Of the router for which people of another company work on this account. */
  readonly routerType: RouterType | null;
}

/**
 * Staff give within the boundary. An administrator gives what he may do himself by now; on the account of a client his
 * company works for as a router, what the client gave his company, whoever of them hands it on, also to himself. Refuses
 * `not-found` where his company is no router that has received something there.
 */
export async function givingOf(
  knex: Knex,
  memberCompanyId: string,
  author: Author,
  application: Application,
  { accountId, companyId }: Account,
): Promise<Giving> {
  const on = { accountId, companyId, application: application.key };
  const membershipId = await membershipOf(knex, memberCompanyId, author.id);
  const holdings = await readHoldings(knex, (query) => {
    query.where({ 'h.account_id': accountId, 'h.application': application.key }).where((which) => {
      which.whereIn('h.holder_kind', ['company', 'router']).orWhere({ 'h.holder_id': membershipId ?? '' });
    });
  });
  const limits = limitsOn(holdings, on, memberCompanyId).map((limit) => ceilingOf(application, limit));
  const boundary = limits.reduce(meet);
  if (companyId !== memberCompanyId) {
    const isReceived = holdings.some(
      ({ holderKind, holderId }) => holderKind === 'router' && holderId === memberCompanyId,
    );
    const routerType = isReceived ? await routerTypeOf(knex, memberCompanyId) : null;
    if (routerType === null) throw new Refused(hidden);
    return { ceiling: boundary, boundary, own: null, routerType };
  }
  if (author.standing === 'internal') return { ceiling: boundary, boundary, own: null, routerType: null };
  const mine = holdings.find(
    ({ holderKind, holderId }) => holderKind === 'user' && holderId === membershipId,
  );
  const rights = effectiveRights(application, grantedRights(mine), limits);
  const own = { profile: mine?.profile ?? null, rights: author.standing === null ? noRights : rights };
  return { ceiling: ceilingOf(application, own.rights), boundary, own, routerType: null };
}

async function membershipOf(knex: Knex, companyId: string, userId: string): Promise<string | null> {
  const row = await knex('memberships')
    .where({ company_id: companyId, user_id: userId })
    .first<{ id: string } | undefined>('id');
  return row?.id ?? null;
}
