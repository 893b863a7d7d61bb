import type { Knex } from 'knex';
import type { GrantAction, Profile } from '../../domain/rights.ts';
import { grantActions } from '../../domain/rights.ts';

export interface OwnAccount {
  readonly companyId: string;
  readonly name: string;
  readonly enterpriseNumber: string | null;
  readonly street: string | null;
  readonly postalCode: string | null;
  readonly city: string | null;
  readonly country: string | null;
  readonly profile: Profile;
  readonly postboxes: readonly {
    readonly postboxId: string;
    readonly number: string;
    readonly actions: readonly GrantAction[];
  }[];
}

interface BoxRow {
  readonly companyId: string;
  readonly postboxId: string;
  readonly number: string;
  readonly granted: string | null;
}

/** Companies in which the person has a right: administrators always, others with a box that was granted (UM-11). */
export async function accountsOf(knex: Knex, userId: string): Promise<readonly OwnAccount[]> {
  const companies: Omit<OwnAccount, 'postboxes'>[] = await active(knex, userId)
    .join('companies as c', 'c.id', 'm.company_id')
    .orderBy(['c.name', 'c.id'])
    .select('c.id as companyId', 'c.name', 'c.enterprise_number as enterpriseNumber', 'c.street')
    .select('c.postal_code as postalCode', 'c.city', 'c.country', 'm.profile');
  const boxes: BoxRow[] = await active(knex, userId)
    .join('postboxes as p', 'p.company_id', 'm.company_id')
    .leftJoin('postbox_grants as g', (join) =>
      join.on('g.membership_id', 'm.id').andOn('g.postbox_id', 'p.id'),
    )
    .whereNull('p.closed_at')
    .groupBy('p.id', 'p.number', 'm.company_id')
    .orderBy(['p.number', 'p.id'])
    .select('m.company_id as companyId', 'p.id as postboxId', 'p.number')
    .select(knex.raw('GROUP_CONCAT(g.action) AS granted'));
  return companies
    .map((company) => ({ ...company, postboxes: boxesOf(company, boxes) }))
    .filter(({ profile, postboxes }) => profile === 'administrator' || postboxes.length > 0);
}

function boxesOf({ companyId, profile }: Omit<OwnAccount, 'postboxes'>, boxes: readonly BoxRow[]) {
  return boxes
    .filter((box) => box.companyId === companyId)
    .map(({ postboxId, number, granted }) => ({ postboxId, number, actions: actionsIn(profile, granted) }))
    .filter(({ actions }) => actions.length > 0);
}

/** Whoever may do anything with a box may read it. */
function actionsIn(profile: Profile, granted: string | null): readonly GrantAction[] {
  if (profile === 'administrator') return grantActions;
  if (granted === null) return [];
  return grantActions.filter((action) => action === 'read' || granted.split(',').includes(action));
}

function active(knex: Knex, userId: string): Knex.QueryBuilder {
  return knex('memberships as m')
    .where('m.user_id', userId)
    .whereNotNull('m.accepted_at')
    .whereNull('m.deactivated_at')
    .whereNull('m.suspended_at');
}
