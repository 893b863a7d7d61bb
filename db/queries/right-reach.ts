/** What somebody can touch, and who can touch a thing: by the rights that count, as `can` and lists ask them. */
import type { Knex } from 'knex';
import type { Application, Registry, Texts } from '../../domain/application.ts';
import { effectiveRights } from '../../domain/effective-rights.ts';
import type { EffectiveRights, HoldingMember } from '../../domain/holding.ts';
import { effectiveHoldings, grantedRights } from '../../domain/holding.ts';
import type { Right } from '../../domain/right-set.ts';
import { holds, merged } from '../../domain/right-set.ts';
import { isActive } from '../../domain/user.ts';
import { readHoldings } from '../holding-rows.ts';
import type { Account } from './accounts.ts';
import { companyNames, trailMembers } from './right-trail.ts';
import { rightsOfMembers } from './rights.ts';

export interface Reached extends Omit<EffectiveRights, 'membershipId'> {
  readonly accountNumber: string;
  readonly companyName: string;
  readonly title: Texts;
}

/** All that counts of what a member holds, by account and application. */
export async function reachOfMember(
  knex: Knex,
  registry: Registry,
  member: HoldingMember,
): Promise<readonly Reached[]> {
  const rights = await rightsOfMembers(knex, registry, [member]);
  const accounts: { id: string; number: string; name: string }[] = await knex('accounts as a')
    .join('companies as c', 'c.id', 'a.company_id')
    .whereIn(
      'a.id',
      rights.map(({ accountId }) => accountId),
    )
    .select('a.id', 'a.number', 'c.name');
  const known = new Map(accounts.map((each) => [each.id, each]));
  const orderOf = ({ accountNumber, application }: Reached) => `${accountNumber} ${application}`;
  return rights
    .flatMap(({ accountId, companyId, application, profile, rights: held }) => {
      const account = known.get(accountId);
      const title = registry.get(application)?.name;
      if (account === undefined || title === undefined) return [];
      const { number: accountNumber, name: companyName } = account;
      return [
        {
          accountId,
          accountNumber,
          companyId,
          companyName,
          application,
          title,
          profile,
          rights: merged(held),
        },
      ];
    })
    .toSorted((one, other) => (orderOf(one) < orderOf(other) ? -1 : 1));
}

export interface Holders {
  readonly users: readonly { readonly id: string; readonly name: string; readonly action: string }[];
  readonly routers: readonly { readonly companyId: string; readonly name: string }[];
}

/**
 * The active people of a company who may, and where the account is the company's own, the routers to whom it gave it. Null
 * where the company has nothing to do with the account.
 */
export async function holdersOf(
  knex: Knex,
  application: Application,
  asked: { readonly account: Account; readonly companyId: string; readonly right: Right },
): Promise<Holders | null> {
  const { account, companyId, right } = asked;
  const holdings = await readHoldings(knex, (query) => {
    query.where({ 'h.account_id': account.accountId, 'h.application': application.key });
  });
  const isOwn = account.companyId === companyId;
  const routers = holdings.filter(({ holderKind }) => holderKind === 'router');
  if (!isOwn && !routers.some(({ holderId }) => holderId === companyId)) return null;
  const people = (
    await trailMembers(knex, (query) => void query.where({ 'm.company_id': companyId }))
  ).filter(isActive);
  if (application.heldBy === 'profile')
    return {
      users: people
        .filter(({ profile }) => profile === 'administrator')
        .map(({ userId: id, name }) => ({ id, name, action: right.action })),
      routers: [],
    };
  const registry = new Map([[application.key, application]]);
  const effective = effectiveHoldings(registry, holdings, people).filter(({ rights }) =>
    holds(rights, right),
  );
  const users = people.flatMap(({ membershipId, userId: id, name }) => {
    if (!effective.some((each) => each.membershipId === membershipId)) return [];
    const own = holdings.find(
      ({ holderKind, holderId }) => holderKind === 'user' && holderId === membershipId,
    );
    return [{ id, name, action: bringingAction(application, grantedRights(own), right) }];
  });
  if (!isOwn) return { users, routers: [] };
  const boundary = grantedRights(holdings.find(({ holderKind }) => holderKind === 'company'));
  const reaching = routers
    .filter((each) => holds(effectiveRights(application, grantedRights(each), [boundary]), right))
    .map(({ holderId }) => holderId);
  const names = await companyNames(knex, reaching);
  const named = reaching.map((id) => ({ companyId: id, name: names.get(id) ?? '' }));
  return { users, routers: named.toSorted((one, other) => one.name.localeCompare(other.name)) };
}

/** The action among those granted that brings it: itself, or the first that brings it along. */
function bringingAction(
  application: Application,
  granted: ReturnType<typeof grantedRights>,
  right: Right,
): string {
  if (holds(granted, right)) return right.action;
  const actions = granted.flatMap((block) =>
    block.actions.map((action) => ({ ...block, actions: [action] })),
  );
  return (
    actions.find((block) => holds(effectiveRights(application, [block], []), right))?.actions[0] ??
    right.action
  );
}
