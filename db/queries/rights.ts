/** What members hold, with the limits above it: read for requests, screens and the ceiling by the same queries. */
import type { Knex } from 'knex';
import type { Registry } from '../../domain/application.ts';
import type { EffectiveRights, Holding, HoldingMember } from '../../domain/holding.ts';
import { effectiveHoldings } from '../../domain/holding.ts';
import type { Profile } from '../../domain/rights.ts';
import { readHoldings } from '../holding-rows.ts';
import { isActiveMember } from './active-members.ts';

/** The holdings of these members, the boundaries of the accounts they are on, and what routers of theirs received there. */
export function holdingsOfMembers(
  knex: Knex,
  members: readonly HoldingMember[],
  only: { readonly application?: string; readonly accountId?: string } = {},
): Promise<readonly Holding[]> {
  if (members.length === 0) return Promise.resolve([]);
  const membershipIds = members.map(({ membershipId }) => membershipId);
  const companyIds = members.map(({ companyId }) => companyId);
  const theirs = knex('holdings as o')
    .where('o.holder_kind', 'user')
    .whereIn('o.holder_id', membershipIds)
    .select('o.account_id');
  return readHoldings(knex, (query) => {
    query.where((holding) => {
      holding
        .where((own) => void own.where('h.holder_kind', 'user').whereIn('h.holder_id', membershipIds))
        .orWhere(
          (boundary) => void boundary.where('h.holder_kind', 'company').whereIn('h.account_id', theirs),
        )
        .orWhere((router) => void router.where('h.holder_kind', 'router').whereIn('h.holder_id', companyIds));
    });
    if (only.application !== undefined) query.where('h.application', only.application);
    if (only.accountId !== undefined) query.where('h.account_id', only.accountId);
  });
}

/** What these members may really do by now. */
export async function rightsOfMembers(
  knex: Knex,
  registry: Registry,
  members: readonly HoldingMember[],
  only: { readonly application?: string; readonly accountId?: string } = {},
): Promise<readonly EffectiveRights[]> {
  return effectiveHoldings(registry, await holdingsOfMembers(knex, members, only), members);
}

export interface ActiveMembership extends HoldingMember {
  readonly profile: Profile;
}

/** Where a person is active: what he holds elsewhere counts for nothing. */
export function activeMemberships(knex: Knex, userId: string): Promise<readonly ActiveMembership[]> {
  return knex('memberships as m')
    .where('m.user_id', userId)
    .where(isActiveMember)
    .select('m.id as membershipId', 'm.company_id as companyId', 'm.profile');
}

/** By which of his memberships a person has to do with an account: that in its company, else that in a router of it; or null. */
export async function memberOn(
  knex: Knex,
  members: readonly HoldingMember[],
  { accountId, companyId }: Pick<Holding, 'accountId' | 'companyId'>,
): Promise<HoldingMember | null> {
  const own = members.find((each) => each.companyId === companyId);
  if (own !== undefined) return own;
  const routers = await routersOn(knex, accountId);
  return members.find((each) => routers.includes(each.companyId)) ?? null;
}

/** The companies that as routers have received anything on that account. */
export function routersOn(knex: Knex, accountId: string): Promise<readonly string[]> {
  return knex('holdings').where({ holder_kind: 'router', account_id: accountId }).pluck('holder_id');
}

export type HoldingKey = Pick<Holding, 'holderKind' | 'holderId' | 'accountId' | 'application'>;

/** One holding with its live grants, or null; for a change that has locked the company of the account, as it stands. */
export async function holdingOf(knex: Knex, key: HoldingKey): Promise<Holding | null> {
  const [holding] = await readHoldings(knex, (query) => {
    query.where({
      'h.holder_kind': key.holderKind,
      'h.holder_id': key.holderId,
      'h.account_id': key.accountId,
      'h.application': key.application,
    });
  });
  return holding ?? null;
}

/** In which applications of which accounts a company, or a router for its clients, has anything to give its people. */
export async function accountsWithRights(
  knex: Knex,
  companyId: string,
): Promise<readonly { accountId: string; accountNumber: string; application: string }[]> {
  return knex('holdings as h')
    .join('accounts as a', 'a.id', 'h.account_id')
    .whereIn('h.holder_kind', ['company', 'router'])
    .where('h.holder_id', companyId)
    .orderBy(['a.number', 'h.application'])
    .distinct('a.id as accountId', 'a.number as accountNumber', 'h.application');
}
