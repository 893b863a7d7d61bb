/** What `can` of rights.ts allows, as sets: for lists, which ask it in SQL. */
import type { Action, Rule } from './action-rules.ts';
import { ruleOf } from './action-rules.ts';
import type { ObjectRights } from './object-rights.ts';
import { noObjectRights, seesObject } from './object-rights.ts';
import type { Actor, Profile, Subject, UserActor } from './rights.ts';

/**
 * The part of the world in which `can(actor, action, …)` allows, for lists. A row is reached when `everything`
 * is true, when its site, its issuer or its company is listed whole, or when its box is listed and its company is joined.
 */
export interface Reach {
  readonly everything: boolean;
  readonly siteIds: readonly string[];
  readonly issuerIds: readonly string[];
  readonly companyIds: readonly string[];
  readonly joinedCompanyIds: readonly string[];
  readonly postboxIds: readonly string[];
  /** What the caller receives: his sights say it (db/queries/sights.ts). */
  readonly received?: true;
  /** What shows objects of the applications, and to whom. */
  readonly objects?: { readonly rights: ObjectRights; readonly userId: string };
}

const nothing: Reach = {
  everything: false,
  siteIds: [],
  issuerIds: [],
  companyIds: [],
  joinedCompanyIds: [],
  postboxIds: [],
};

/** The same answer as `can`, as sets for a list query. */
export function reachOf(actor: Actor, action: Action): Reach {
  const rule = ruleOf(action);
  if (actor.kind === 'site') return rule.site ? { ...nothing, siteIds: actor.siteIds } : nothing;
  if (actor.kind === 'operator') return { ...nothing, everything: rule.operator };
  if (actor.kind === 'issuer')
    return rule.issuer === true ? { ...nothing, issuerIds: actor.issuerIds } : nothing;
  if (actor.kind === 'anonymous' || rule.user === 'never') return nothing;
  return reachOfUser(actor, rule.user);
}

function reachOfUser(actor: UserActor, needed: Exclude<Rule['user'], 'never'>): Reach {
  const companyIds = (profile?: Profile): readonly string[] =>
    actor.memberships
      .filter((each) => profile === undefined || each.profile === profile)
      .map((each) => each.companyId);
  if (needed === 'shows-object' || needed === 'shows-price')
    return { ...nothing, objects: { rights: actor.objectRights ?? noObjectRights, userId: actor.id } };
  if (needed === 'receives') return { ...nothing, received: true };
  if (needed === 'member') return { ...nothing, companyIds: companyIds() };
  if (needed === 'administrator') return { ...nothing, companyIds: companyIds('administrator') };
  const action = needed === 'all-money' ? 'money' : needed;
  const boxes = actor.grants.filter(({ actions }) => actions.includes(action));
  return { ...nothing, joinedCompanyIds: companyIds(), postboxIds: boxes.map((each) => each.postboxId) };
}

/** Whether a row lies in the reach: what a list query says in SQL. */
export function isReached(reach: Reach, subject: Subject): boolean {
  const { companyId = '', postboxId = '', siteId = '', issuerId = '' } = subject;
  if (reach.everything || reach.siteIds.includes(siteId) || reach.companyIds.includes(companyId)) return true;
  if (reach.issuerIds.includes(issuerId)) return true;
  if (reach.received === true && subject.isReceived === true) return true;
  if (reach.objects !== undefined && seesObject(reach.objects.rights, reach.objects.userId, subject))
    return true;
  return reach.joinedCompanyIds.includes(companyId) && reach.postboxIds.includes(postboxId);
}

/** Whether there is nothing that the action could be done to. */
export function isReachEmpty({ everything, objects, received, ...ids }: Reach): boolean {
  const { siteIds, issuerIds, companyIds, postboxIds } = ids;
  const isNowhere = [siteIds, issuerIds, companyIds, postboxIds].every(({ length }) => length === 0);
  const hasNoObjects = (objects?.rights ?? noObjectRights).list.length === 0;
  return !everything && received !== true && isNowhere && hasNoObjects;
}
