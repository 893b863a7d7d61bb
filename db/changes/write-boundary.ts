/** What the operator lets a company hold, and what he gives its administrators of it (decided.md, Rights). */
import type { Knex } from 'knex';
import type { Application, Registry } from '../../domain/application.ts';
import type { Instant } from '../../domain/calendar.ts';
import { ceilingOf } from '../../domain/effective-rights.ts';
import type { SavingPlan } from '../../domain/granting.ts';
import { fittingProfile, planSaving } from '../../domain/granting.ts';
import { grantedRights } from '../../domain/holding.ts';
import type { RightSet } from '../../domain/right-set.ts';
import { isNothing, meet } from '../../domain/right-set.ts';
import { orThrow } from '../../domain/verdict.ts';
import { readHoldings } from '../holding-rows.ts';
import type { HoldingKey } from '../queries/rights.ts';
import { holdingOf } from '../queries/rights.ts';
import { writeHolding } from './write-holding.ts';
import { saveHolding } from './save-holding.ts';

export interface BoundaryWork {
  readonly application: Application;
  readonly accountId: string;
  readonly companyId: string;
  readonly staffId: string;
  readonly at: Instant;
}

/**
 * Writes the boundary of an account in one application as it is to stand; the company is locked. Refuses what `checkWish`
 * refuses. Returns what changed and the version it has now.
 */
export async function writeBoundary(
  trx: Knex.Transaction,
  work: BoundaryWork,
  rights: RightSet,
): Promise<{ readonly plan: SavingPlan; readonly version: number }> {
  const { application, accountId, companyId, staffId, at } = work;
  const key = {
    holderKind: 'company',
    holderId: companyId,
    accountId,
    application: application.key,
  } as const;
  const holding = await holdingOf(trx, key);
  const { verdict, plan } = planSaving({
    application,
    holder: { kind: 'company', routerType: null },
    live: holding?.grants ?? [],
    profile: null,
    wish: { profile: null, rights },
    // Above the operator there is nobody.
    ceiling: ceilingOf(application, rights),
    revocation: 'individual',
  });
  orThrow(verdict);
  const grantor = { kind: 'operator', id: staffId } as const;
  // An application without a single value yet stands in the boundary all the same.
  const opened = { ...plan, isChanged: plan.isChanged || holding === null };
  const registryVersion = application.version;
  const version = await writeHolding(trx, {
    key,
    holding,
    plan: opened,
    grantor,
    registryVersion,
    reason: 'boundary',
    at,
  });
  return { plan: opened, version };
}

/**
 * Gives a member these rights on top of what he holds, by the operator; of an application with profiles what the profile
 * has room for: the one he has, else the one named. Without either nothing is given.
 */
export async function grantByOperator(
  trx: Knex.Transaction,
  work: BoundaryWork,
  membershipId: string,
  rights: RightSet,
  profile: string | null,
): Promise<void> {
  const { application, accountId, staffId, at } = work;
  const key: HoldingKey = {
    holderKind: 'user',
    holderId: membershipId,
    accountId,
    application: application.key,
  };
  const holding = await holdingOf(trx, key);
  const named = holding?.profile ?? profile;
  if (application.profiles.length > 0 && named === null) return;
  const fitting = named === null ? rights : fittingProfile(application, named, rights);
  await saveHolding(trx, {
    ...{ application, key, holding, grantor: { kind: 'operator', id: staffId }, reason: 'boundary', at },
    holder: { kind: 'user', routerType: null },
    wish: {
      profile: named,
      rights: [...grantedRights(holding ?? undefined), ...withoutRouters(application, fitting)],
    },
    ceiling: ceilingOf(application, rights),
    revocation: 'individual',
  });
}

/** The whole boundary of a company to one administrator: its first, or the one who follows a lost one. */
export async function grantBoundary(
  trx: Knex.Transaction,
  registry: Registry,
  companyId: string,
  membershipId: string,
  staffId: string,
  at: Instant,
): Promise<void> {
  const boundaries = await readHoldings(trx, (query) => {
    query.where({ 'h.holder_kind': 'company', 'h.holder_id': companyId });
  });
  for (const boundary of boundaries) {
    const application = registry.get(boundary.application);
    const rights = grantedRights(boundary);
    if (application === undefined || isNothing(rights)) continue;
    const work = { application, accountId: boundary.accountId, companyId, staffId, at };
    await grantByOperator(trx, work, membershipId, rights, null);
  }
}

/** What only a router may hold is in the boundary for routers to receive, and no user's. */
function withoutRouters({ actions }: Application, rights: RightSet): RightSet {
  const ordinary = new Set(actions.filter(({ onlyRouters }) => !onlyRouters).map(({ key }) => key));
  return meet(
    rights,
    rights.map((block) => ({ ...block, actions: block.actions.filter((action) => ordinary.has(action)) })),
  );
}
