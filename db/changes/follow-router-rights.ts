import type { Knex } from 'knex';
import type { Application } from '../../domain/application.ts';
import type { Instant } from '../../domain/calendar.ts';
import type { SavingPlan } from '../../domain/granting.ts';
import type { Grantor } from '../../domain/holding.ts';
import { grantedRights } from '../../domain/holding.ts';
import { isNothing } from '../../domain/right-set.ts';
import { holderIdOf } from '../../domain/router.ts';
import { peoplePolicyInForce } from '../policy-sets.ts';
import { holdingOf } from '../queries/rights.ts';
import type { RouterRow } from '../router-row.ts';
import { routerFrom } from '../router-row.ts';
import type { Actor } from './append-event.ts';
import { appendEvent } from './append-event.ts';
import { cascadeRouterRights } from './cascade-router-rights.ts';
import type { LockedCompany } from './lock-member.ts';
import { onBehalf } from './lock-member.ts';
import { openRouterGrant, oweRouterGrantMail } from './write-router-grant.ts';

interface RouterRightsWritten {
  /** The client and the router's company are locked, and then the entry. */
  readonly client: LockedCompany;
  readonly router: RouterRow;
  readonly accountId: string;
  readonly application: Application;
  readonly plan: Pick<SavingPlan, 'profile' | 'added' | 'removed'>;
  readonly version: number;
  readonly by: Grantor;
  readonly actor: Actor;
  readonly at: Instant;
  /** What else its event says. */
  readonly facts?: object;
}

/**
 * What follows when a client has changed what a router holds, by whatever way, in the same transaction: its people lose what it
 * does not hold any more (RT-06), the router is told, and the life that waits for somebody to hand it on looks again. Returns
 * the memberships that lost something.
 */
export async function followRouterRights(
  trx: Knex.Transaction,
  written: RouterRightsWritten,
): Promise<readonly string[]> {
  const { client, router, accountId, application, plan, version, by, actor, at, facts } = written;
  const isRevocation = !isNothing(plan.removed);
  const lost = isRevocation ? await takeFromPeople(trx, written, by) : [];
  const ownerId = actor.type === 'user' ? actor.id : null;
  const { id, isNew } = await openRouterGrant(trx, client, { accountId, routerId: router.id }, ownerId, at);
  // The first time the new row tells it, as soon as there is somebody to tell.
  if (!isNew)
    await oweRouterGrantMail(trx, id, 'router-grant-changed', `${application.key}-${String(version)}`, at);
  const { routers } = await peoplePolicyInForce(trx, client.brand_id, at);
  const { profile, added, removed } = plan;
  await appendEvent(trx, {
    kind: 'router.rights-saved',
    subjectType: 'router',
    subjectId: router.id,
    companyId: client.id,
    actor,
    at,
    body: {
      ...{ accountId, application: application.key, profile, added, removed, version },
      ...(isRevocation && { lost, runningWork: routers.runningWork }),
      ...facts,
      ...onBehalf(actor, client.id),
    },
    wakes: { life: isNew ? 'router-grant' : 'router-grant-of', id },
  });
  return lost;
}

async function takeFromPeople(
  trx: Knex.Transaction,
  { router, accountId, application, at }: RouterRightsWritten,
  by: Grantor,
): Promise<readonly string[]> {
  const holderId = holderIdOf(routerFrom(router));
  const key = { holderKind: 'router', holderId, accountId, application: application.key } as const;
  const left = grantedRights((await holdingOf(trx, key)) ?? undefined);
  const routerCompanyId = router.company_id;
  return cascadeRouterRights(trx, {
    ...{ application, accountId, routerCompanyId, left, by, at },
    reason: 'revoked',
  });
}
