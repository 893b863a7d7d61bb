/** What a router holds on an account of the company: the router is one of the brand's directory. */
import { accountById, scopeValuesOf } from '../../db/queries/accounts.ts';
import { givingOf } from '../../db/queries/giving.ts';
import { holdingOf } from '../../db/queries/rights.ts';
import { isRouterOfBrandOf, routerById } from '../../db/queries/routers.ts';
import type { Router } from '../../domain/router.ts';
import { checkRouterGrant, holderIdOf } from '../../domain/router.ts';
import { routerCeiling } from '../../domain/router-cascade.ts';
import { hidden, orThrow, Refused } from '../../domain/verdict.ts';
import { eventActorOf } from '../caller.ts';
import type { Deps } from '../deps.ts';
import type { Call } from '../operation.ts';
import type { RightsGround } from '../rights/find.ts';
import { findCompany } from '../users/find.ts';

export type RouterRightsCall = Call<
  {
    readonly id: string;
    readonly routerId: string;
    readonly accountId: string;
    readonly application: string;
  },
  unknown,
  unknown
>;

export interface RouterRightsGround extends Omit<RightsGround, 'seen'> {
  readonly router: Router;
}

/** Refuses `not-found` for a router, an account or an application that is none of the company's to see. */
export async function findRouterRights(call: RouterRightsCall, deps: Deps): Promise<RouterRightsGround> {
  const { knex, registry } = deps;
  const { companyId } = await findCompany(call, deps);
  const router = await routerById(knex, call.params.routerId);
  const application = registry.get(call.params.application);
  const account = await accountById(knex, call.params.accountId);
  if (router === null || application === undefined || account === null) throw new Refused(hidden);
  if (!(await isRouterOfBrandOf(knex, router, [companyId]))) throw new Refused(hidden);
  const standing = call.caller.kind === 'operator' ? 'internal' : 'administrator';
  const given = await givingOf(knex, companyId, { id: call.caller.id, standing }, application, account);
  orThrow(checkRouterGrant(router, companyId, account.companyId));
  const ceiling = routerCeiling(application, given.ceiling, given.boundary);
  const key = { holderKind: 'router', holderId: holderIdOf(router), accountId: account.accountId } as const;
  return {
    router,
    account,
    application,
    holding: await holdingOf(knex, { ...key, application: application.key }),
    giving: { ...given, ceiling, routerType: router.type },
    accountValues: await scopeValuesOf(knex, account.accountId),
  };
}

/** Which router may do what, and who asks for it. */
export function routerRightsAsked({ params, caller, receivedAt }: RouterRightsCall) {
  const { id: companyId, routerId, accountId, application } = params;
  return { companyId, routerId, accountId, application, actor: eventActorOf(caller), at: receivedAt };
}
