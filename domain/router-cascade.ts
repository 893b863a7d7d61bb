/** What a router's people may keep when the client takes rights back (WF-06; decided.md, Rights: grants derived from a router's). */
import type { Application } from './application.ts';
import { ceilingOf } from './effective-rights.ts';
import type { LiveGrant, SavingPlan } from './granting.ts';
import type { RightSet } from './right-set.ts';
import { isNothing, meet, minus } from './right-set.ts';

/**
 * Narrows what somebody was given to what his router still holds: a grant that reaches beyond it ends, and what is left of
 * it goes on under the grantor it had. It never refuses: a revocation wins over every matrix.
 */
export function planNarrowing(
  application: Application,
  holding: { readonly profile: string | null; readonly live: readonly LiveGrant[] },
  limit: RightSet,
): SavingPlan {
  const room = ceilingOf(application, limit);
  const current = holding.live.map(({ block }) => block);
  const removed = minus(current, room);
  const touched = holding.live.filter(({ block }) => !isNothing(minus([block], room)));
  return {
    profile: holding.profile,
    isChanged: !isNothing(removed),
    added: [],
    removed,
    dropped: [],
    ended: touched.map(({ id }) => id),
    kept: touched.flatMap(({ id, block }) => meet([block], room).map((left) => ({ of: id, block: left }))),
  };
}

/**
 * What a client's administrator may give a router: what is his to give, and where he holds anything, what the operator let
 * the company have for routers alone (RT-02, RT-07).
 */
export function routerCeiling(application: Application, ceiling: RightSet, boundary: RightSet): RightSet {
  const forRouters = application.actions.filter(({ onlyRouters }) => onlyRouters).map(({ key }) => key);
  if (forRouters.length === 0) return ceiling;
  const reserved = ceiling.map((block) => ({ ...block, actions: forRouters }));
  return [...ceiling, ...meet(reserved, boundary)];
}
