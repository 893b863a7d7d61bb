/**
 * What stands in the books about who holds what, and what of it counts by now (decided.md, Rights and Routers). A holding is
 * one holder's rights on one account in one application; the boundary of the company that owns the account, and what a
 * router received from it, are holdings like any other.
 */
import type { Application, Registry } from './application.ts';
import type { Instant } from './calendar.ts';
import { effectiveRights } from './effective-rights.ts';
import type { LiveGrant } from './granting.ts';
import type { RightSet } from './right-set.ts';
import { isNothing, noRights } from './right-set.ts';
import type { HolderKind } from './right-wish.ts';
import type { Author } from './user.ts';

export interface Grantor {
  readonly kind: 'operator' | 'user';
  readonly id: string;
}

/** Who gives, as the books name him: staff act for the operator. */
export function grantorOf({ id, standing }: Author): Grantor {
  return { kind: standing === 'internal' ? 'operator' : 'user', id };
}

export interface Grant extends LiveGrant {
  readonly grantor: Grantor;
  readonly grantedAt: Instant;
}

export interface Holding {
  readonly id: string;
  readonly holderKind: HolderKind;
  /** A company, a membership, or the company of a router. */
  readonly holderId: string;
  readonly accountId: string;
  /** Whose account it is. */
  readonly companyId: string;
  readonly application: string;
  readonly profile: string | null;
  readonly version: number;
  /** Live ones. */
  readonly grants: readonly Grant[];
}

/** A membership as its holdings know it. */
export interface HoldingMember {
  readonly membershipId: string;
  readonly companyId: string;
}

/** What a member may really do on one account in one application. */
export interface EffectiveRights {
  readonly membershipId: string;
  readonly accountId: string;
  readonly companyId: string;
  readonly application: string;
  readonly profile: string | null;
  readonly rights: RightSet;
}

export function grantedRights(holding: Holding | undefined): RightSet {
  return holding?.grants.map(({ block }) => block) ?? noRights;
}

/**
 * The limits above a member on an account: its boundary, and where the account is another company's, what that one gave
 * his own as a router. Without a boundary, or without anything received, nothing is left.
 */
export function limitsOn(
  holdings: readonly Holding[],
  { accountId, companyId, application }: Pick<Holding, 'accountId' | 'companyId' | 'application'>,
  memberCompanyId: string,
): readonly RightSet[] {
  const on = (kind: HolderKind, holderId: string) =>
    grantedRights(
      holdings.find(
        (each) =>
          each.holderKind === kind &&
          each.holderId === holderId &&
          each.accountId === accountId &&
          each.application === application,
      ),
    );
  const boundary = on('company', companyId);
  return companyId === memberCompanyId ? [boundary] : [boundary, on('router', memberCompanyId)];
}

/** Everything that counts by now of what these members hold; `holdings` brings theirs and the limits above them. */
export function effectiveHoldings(
  registry: Registry,
  holdings: readonly Holding[],
  members: readonly HoldingMember[],
): readonly EffectiveRights[] {
  return members.flatMap(({ membershipId, companyId: memberCompanyId }) =>
    holdings
      .filter(({ holderKind, holderId }) => holderKind === 'user' && holderId === membershipId)
      .flatMap((holding) => {
        const application = registry.get(holding.application);
        if (application === undefined) return [];
        const limits = limitsOn(holdings, holding, memberCompanyId);
        const rights = effectiveRights(application, grantedRights(holding), limits);
        if (isNothing(rights)) return [];
        const { accountId, companyId, profile } = holding;
        return [{ membershipId, accountId, companyId, application: holding.application, profile, rights }];
      }),
  );
}

/** The most a holder of rights in this application could ever hold: for a boundary that leaves nothing out. */
export function wholeApplication(
  application: Application,
  values: Readonly<Record<string, readonly string[]>>,
): RightSet {
  const scope = Object.fromEntries(
    application.dimensions.map((dimension) => [
      dimension.key,
      dimension.values === 'listed' ? dimension.listed.map(({ key }) => key) : (values[dimension.key] ?? []),
    ]),
  );
  const actions = application.actions.filter(({ settable }) => settable).map(({ key }) => key);
  const whole = [{ actions, scope }];
  return isNothing(whole) ? noRights : whole;
}
