/** Routers: outside mail-service suppliers to whom clients give rights (RT-01 to RT-07; decided.md, Routers). */
import type { RouterType } from './application.ts';
import type { Verdict } from './verdict.ts';
import { allow, firstRefusal, refuseRight, refuseState } from './verdict.ts';

export interface RouterAddress {
  readonly street: string;
  readonly postalCode: string;
  readonly city: string;
  readonly country: string;
}

/** An entry of the directory; two of one name are told apart by number and address. */
export interface Router extends RouterAddress {
  readonly id: string;
  readonly brandId: string;
  readonly number: string;
  readonly name: string;
  readonly type: RouterType;
  /** Its own company here, once it has one. */
  readonly companyId: string | null;
  readonly isConfirmed: boolean;
  readonly isClosed: boolean;
  readonly version: number;
}

/** Who is there to act for a router: an active administrator, one who has yet to accept his invitation, or nobody. */
export type Administration = 'active' | 'invited' | 'none';

/** Under what its grants are held: its company, or as long as it has none the entry itself, with which nobody can work. */
export function holderIdOf({ id, companyId }: Pick<Router, 'id' | 'companyId'>): string {
  return companyId ?? id;
}

/**
 * Whether a client may set what this router holds on that account. Refuses `router.closed`, `router.own-company` and
 * `router.no-further-router`: a router never grants to a router (RT-04).
 */
export function checkRouterGrant(
  router: Pick<Router, 'companyId' | 'isClosed'>,
  clientId: string,
  accountOwnerId: string,
): Verdict {
  return firstRefusal(
    accountOwnerId === clientId ? allow : refuseRight('router.no-further-router'),
    router.companyId === clientId ? refuseState('router.own-company') : allow,
    router.isClosed ? refuseState('router.closed') : allow,
  );
}

/** What somebody holds is not taken away by an entry that disappears. Refuses `router.closed`, `router.in-use`. */
export function checkRouterClosing(router: Pick<Router, 'isClosed'>, clients: number): Verdict {
  return firstRefusal(
    router.isClosed ? refuseState('router.closed') : allow,
    clients > 0 ? refuseState('router.in-use', { clients }) : allow,
  );
}

/** Who saw an older version of the entry must look again. Refuses `router.closed`, `router.version-stale`. */
export function checkRouterChange(router: Pick<Router, 'isClosed' | 'version'>, seen: number): Verdict {
  const { version } = router;
  return firstRefusal(
    router.isClosed ? refuseState('router.closed') : allow,
    version === seen ? allow : refuseState('router.version-stale', { version }),
  );
}

/** How what a client gave a router stands, as the client sees it. */
export const routerStates = ['waiting-for-account', 'granted-unusable', 'working'] as const;
export type RouterState = (typeof routerStates)[number];

/** Granted, and of use to nobody until one of its administrators hands it on (RT-04). */
export function routerStateOf(companyId: string | null, workers: number): RouterState {
  if (companyId === null) return 'waiting-for-account';
  return workers === 0 ? 'granted-unusable' : 'working';
}
