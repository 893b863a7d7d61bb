/** What is asked for a holder, against the registry alone: names, scope, kind of holder, exclusions, profile (PI-06, RT-07). */
import { isWrittenFor } from './account-values.ts';
import type { Application, Dimension, RouterType } from './application.ts';
import { isScopedBy, withImplied } from './effective-rights.ts';
import type { RightBlock, RightSet } from './right-set.ts';
import type { Verdict } from './verdict.ts';
import { allow, firstRefusal, refuseValue } from './verdict.ts';

/** The operator's limit for a company, a person of a company, or a router for a client. */
export type HolderKind = 'company' | 'user' | 'router';

export interface Holder {
  readonly kind: HolderKind;
  /** Of the router, or of the router for which the person works; null for people of the client itself. */
  readonly routerType: RouterType | null;
}

export interface RightsWish {
  /** A column of the matrix, where the application has one. */
  readonly profile: string | null;
  readonly rights: RightSet;
}

/**
 * Whether every name is one of the application's, every block is scoped in all of its dimensions, and the holder is one
 * who may hold such a right at all. Refuses `rights.action-unknown`, `rights.action-not-settable`,
 * `rights.scope-incomplete`, `rights.value-unknown`, `rights.value-malformed`, `rights.administration-for-router`,
 * `rights.for-routers-only`, `rights.other-router-type`, `rights.excluded`, `rights.not-granted`.
 */
export function checkWish(application: Application, holder: Holder, rights: RightSet): Verdict {
  if (application.heldBy === 'profile')
    return refuseValue('rights.not-granted', { application: application.key });
  return firstRefusal(
    ...rights.map((block, index) => checkBlock(application, block, index)),
    ...rights.flatMap(({ actions }, index) =>
      actions.map((action) => checkHolder(application, holder, action, index)),
    ),
    holder.kind === 'company' ? allow : checkExcluded(application, rights),
  );
}

function checkBlock(application: Application, { actions, scope }: RightBlock, index: number): Verdict {
  const field = `rights/${String(index)}`;
  if (!isScopedBy(application, Object.keys(scope))) {
    const dimensions = application.dimensions.map(({ key }) => key);
    return refuseValue('rights.scope-incomplete', { field: `${field}/scope`, dimensions });
  }
  return firstRefusal(
    ...actions.map((action) => checkAction(application, action, `${field}/actions`)),
    ...application.dimensions.flatMap((dimension) =>
      (scope[dimension.key] ?? []).map((value) =>
        checkValue(dimension, value, `${field}/scope/${dimension.key}`),
      ),
    ),
  );
}

function checkAction({ actions }: Application, key: string, field: string): Verdict {
  const action = actions.find((each) => each.key === key);
  const allowed = actions.filter(({ settable }) => settable).map((each) => each.key);
  if (action === undefined) return refuseValue('rights.action-unknown', { field, action: key, allowed });
  return action.settable ? allow : refuseValue('rights.action-not-settable', { field, action: key, allowed });
}

function checkValue(dimension: Dimension, value: string, field: string): Verdict {
  if (dimension.values === 'listed') {
    const allowed = dimension.listed.map(({ key }) => key);
    return allowed.includes(value) ? allow : refuseValue('rights.value-unknown', { field, value, allowed });
  }
  if (isWrittenFor(dimension, value)) return allow;
  return refuseValue('rights.value-malformed', { field, value, example: dimension.patternExample });
}

function checkHolder({ actions }: Application, holder: Holder, key: string, index: number): Verdict {
  const action = actions.find((each) => each.key === key);
  if (action === undefined || holder.kind === 'company') return allow;
  const field = `rights/${String(index)}/actions`;
  const { routerType } = holder;
  if (routerType === null)
    return action.onlyRouters ? refuseValue('rights.for-routers-only', { field, action: key }) : allow;
  if (action.isAdministration) return refuseValue('rights.administration-for-router', { field, action: key });
  const isRightType = action.routerTypes?.includes(routerType) ?? true;
  return isRightType
    ? allow
    : refuseValue('rights.other-router-type', { field, action: key, types: action.routerTypes ?? [] });
}

/** Two actions that exclude each other stand in no holding together, not even by what they bring with them. */
function checkExcluded(application: Application, rights: RightSet): Verdict {
  const held = new Set(withImplied(application, rights).flatMap(({ actions }) => actions));
  for (const { key, excludes } of application.actions) {
    const other = held.has(key) ? excludes.find((each) => held.has(each)) : undefined;
    if (other !== undefined) return refuseValue('rights.excluded', { action: key, other });
  }
  return allow;
}
