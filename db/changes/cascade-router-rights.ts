import type { Knex } from 'knex';
import type { Application } from '../../domain/application.ts';
import type { Instant } from '../../domain/calendar.ts';
import type { Grantor } from '../../domain/holding.ts';
import type { RightSet } from '../../domain/right-set.ts';
import { planNarrowing } from '../../domain/router-cascade.ts';
import { readHoldings } from '../holding-rows.ts';
import { writeHolding } from './write-holding.ts';

interface Cascade {
  readonly application: Application;
  readonly accountId: string;
  /** Null: nobody can have been given anything. */
  readonly routerCompanyId: string | null;
  /** What the router holds from now on. */
  readonly left: RightSet;
  readonly by: Grantor;
  readonly reason: 'revoked' | 'lapsed';
  readonly at: Instant;
}

/**
 * Takes from the people of a router what it does not hold any more, in the transaction that took it from the router
 * (decided.md, Rights). Both companies are locked. Returns the memberships that lost something: the client learns how many.
 */
export async function cascadeRouterRights(
  trx: Knex.Transaction,
  { application, accountId, routerCompanyId, left, by, reason, at }: Cascade,
): Promise<readonly string[]> {
  if (routerCompanyId === null) return [];
  const people = trx('memberships').where({ company_id: routerCompanyId }).select('id');
  const derived = await readHoldings(trx, (query) => {
    query
      .where({ 'h.holder_kind': 'user', 'h.account_id': accountId, 'h.application': application.key })
      .whereIn('h.holder_id', people);
  });
  const lost: string[] = [];
  for (const holding of derived) {
    const plan = planNarrowing(application, { profile: holding.profile, live: holding.grants }, left);
    if (!plan.isChanged) continue;
    const registryVersion = application.version;
    await writeHolding(trx, { key: holding, holding, plan, grantor: by, registryVersion, reason, at });
    lost.push(holding.holderId);
  }
  return lost;
}
