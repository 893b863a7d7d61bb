/** What a grantor may give, read under the locks of the companies concerned (UM-07, RT-02, RT-04; decided.md, Rights, Routers). */
import type { Knex } from 'knex';
import type { Application, RouterType } from '../../domain/application.ts';
import { ceilingOf, effectiveRights } from '../../domain/effective-rights.ts';
import type { Holding } from '../../domain/holding.ts';
import { grantedRights, limitsOn } from '../../domain/holding.ts';
import type { RightSet } from '../../domain/right-set.ts';
import { meet, noRights } from '../../domain/right-set.ts';
import { hidden, Refused } from '../../domain/verdict.ts';
import type { Account } from '../queries/accounts.ts';
import { holdingsOfMembers } from '../queries/rights.ts';
import { readHoldings } from '../holding-rows.ts';
import type { Administered } from './administer-member.ts';
import { lockMember } from './lock-member.ts';

export interface Giving {
  readonly ceiling: RightSet;
  /** What the grantor himself may do there; null for staff. */
  readonly own: { readonly profile: string | null; readonly rights: RightSet } | null;
  /** Of the router for which people of another company work on this account. */
  readonly routerType: RouterType | null;
}

/**
 * Staff give within the boundary. An administrator gives what he may do himself by now; on the account of a client his
 * company works for as a router, what the client gave his company, whoever of them hands it on, also to himself. Refuses
 * `not-found` where his company has received nothing there.
 */
export async function givingOf(
  trx: Knex.Transaction,
  { company, author }: Pick<Administered, 'company' | 'author'>,
  application: Application,
  account: Account,
): Promise<Giving> {
  const on = { accountId: account.accountId, companyId: account.companyId, application: application.key };
  const above = await readHoldings(trx, (query) => {
    query
      .where({ 'h.account_id': on.accountId, 'h.application': on.application })
      .whereIn('h.holder_kind', ['company', 'router']);
  });
  const limits = limitsOn(above, on, company.id);
  const whole = limits.map((limit) => ceilingOf(application, limit)).reduce(meet);
  if (account.companyId !== company.id) {
    const received = above.some(({ holderKind, holderId }) => holderKind === 'router' && holderId === company.id);
    if (!received) throw new Refused(hidden);
    return { ceiling: whole, own: null, routerType: account.routerType };
  }
  if (author.standing === 'internal') return { ceiling: whole, own: null, routerType: null };
  const own = await ownRights(trx, company.id, author.id, application, on, limits);
  return { ceiling: ceilingOf(application, own.rights), own, routerType: null };
}

async function ownRights(
  trx: Knex.Transaction,
  companyId: string,
  userId: string,
  application: Application,
  on: Pick<Holding, 'accountId' | 'application'>,
  limits: readonly RightSet[],
): Promise<NonNullable<Giving['own']>> {
  const member = await lockMember(trx, companyId, userId);
  if (member === null) return { profile: null, rights: noRights };
  const mine = await holdingsOfMembers(trx, [{ membershipId: member.membershipId, companyId }], on);
  const holding = mine.find(({ holderKind, holderId }) => holderKind === 'user' && holderId === member.membershipId);
  return {
    profile: holding?.profile ?? null,
    rights: effectiveRights(application, grantedRights(holding), limits),
  };
}
