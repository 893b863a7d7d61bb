import type { Knex } from 'knex';
import type { Registry } from '../../domain/application.ts';
import type { EffectiveRights } from '../../domain/holding.ts';
import { postboxGrantsOf } from '../../domain/postbox-rights.ts';
import type { RightSet } from '../../domain/right-set.ts';
import type { GrantAction, Profile } from '../../domain/rights.ts';
import { activeMemberships, rightsOfMembers } from './rights.ts';

export interface OwnAccount {
  readonly accountId: string;
  readonly number: string;
  readonly companyId: string;
  readonly name: string;
  readonly enterpriseNumber: string | null;
  readonly street: string | null;
  readonly postalCode: string | null;
  readonly city: string | null;
  readonly country: string | null;
  /** As what the person belongs to the company through which he has the account: its owner, or a router of its owner. */
  readonly profile: Profile;
  readonly isRouter: boolean;
  readonly applications: readonly {
    readonly application: string;
    readonly profile: string | null;
    readonly rights: RightSet;
  }[];
  readonly postboxes: readonly {
    readonly postboxId: string;
    readonly number: string;
    readonly actions: readonly GrantAction[];
  }[];
}

type AccountRow = Omit<OwnAccount, 'profile' | 'isRouter' | 'applications' | 'postboxes'>;

/** Every account on which the person has at least one right, his own companies' as administrator always (UM-11). */
export async function accountsOf(
  knex: Knex,
  registry: Registry,
  userId: string,
): Promise<readonly OwnAccount[]> {
  const members = await activeMemberships(knex, userId);
  const rights = await rightsOfMembers(knex, registry, members);
  const administered = members.filter(({ profile }) => profile === 'administrator');
  const accounts: AccountRow[] = await knex('accounts as a')
    .join('companies as c', 'c.id', 'a.company_id')
    .whereIn('a.id', [...new Set(rights.map(({ accountId }) => accountId))])
    .orWhereIn(
      'a.company_id',
      administered.map(({ companyId }) => companyId),
    )
    .orderBy(['c.name', 'a.number', 'a.id'])
    .select('a.id as accountId', 'a.number', 'c.id as companyId', 'c.name', 'c.street')
    .select('c.enterprise_number as enterpriseNumber', 'c.postal_code as postalCode', 'c.city', 'c.country');
  const boxes = await boxesOf(knex, rights);
  return accounts.map((account) => {
    const here = rights.filter(({ accountId }) => accountId === account.accountId);
    const member =
      members.find(({ companyId }) => companyId === account.companyId) ??
      members.find(({ membershipId }) => membershipId === here[0]?.membershipId);
    if (member === undefined) throw new Error(`account ${account.accountId} without a membership`);
    const granted = new Map(postboxGrantsOf(here).map((grant) => [grant.postboxId, grant.actions]));
    return {
      ...account,
      profile: member.profile,
      isRouter: member.companyId !== account.companyId,
      applications: here.map(({ application, profile, rights: held }) => ({
        application,
        profile,
        rights: held,
      })),
      postboxes: boxes.flatMap(({ postboxId, number }) => {
        const actions = granted.get(postboxId);
        return actions === undefined ? [] : [{ postboxId, number, actions }];
      }),
    };
  });
}

/** The boxes among them that are still open, by number. */
async function boxesOf(
  knex: Knex,
  rights: readonly EffectiveRights[],
): Promise<readonly { readonly postboxId: string; readonly number: string }[]> {
  const ids = postboxGrantsOf(rights).map(({ postboxId }) => postboxId);
  return knex('postboxes')
    .whereIn('id', ids)
    .whereNull('closed_at')
    .orderBy(['number', 'id'])
    .select('id as postboxId', 'number');
}
