/**
 * Saving what a holder holds on an account: one act, everything or nothing (UM-07, UM-14 to UM-18, UM-20, X-03; decided.md,
 * Rights). What is added must lie within what the grantor himself may give at that moment, what is taken away must be his
 * to take away, and what stays keeps the grantor it had.
 */
import type { Application } from './application.ts';
import { withImplied } from './effective-rights.ts';
import type { ChosenRights, DroppedCell, ViolatedCell } from './profile-matrix.ts';
import { checkProfile, droppedByProfile, matchingProfiles } from './profile-matrix.ts';
import type { RightBlock, RightSet } from './right-set.ts';
import { isNothing, meet, minus } from './right-set.ts';
import type { Holder, RightsWish } from './right-wish.ts';
import { checkWish } from './right-wish.ts';
import type { Verdict } from './verdict.ts';
import { allow, firstRefusal, refuseRight, refuseState, refuseValue } from './verdict.ts';

export type Revocation = 'individual' | 'deactivate-only';

/** A block that somebody gave and nobody has taken back. */
export interface LiveGrant {
  readonly id: string;
  readonly block: RightBlock;
}

export interface Saving {
  readonly application: Application;
  readonly holder: Holder;
  readonly live: readonly LiveGrant[];
  /** The profile the holding has by now. */
  readonly profile: string | null;
  readonly wish: RightsWish;
  /** What the grantor may give, as he stands under the lock. */
  readonly ceiling: RightSet;
  /** Whether single rights may be taken back, or only the whole person deactivated (X-03). */
  readonly revocation: Revocation;
}

export interface SavingPlan {
  readonly profile: string | null;
  readonly isChanged: boolean;
  /** What the grantor gives now. */
  readonly added: RightSet;
  readonly removed: RightSet;
  /** Taken away because the new profile has no place for it (PI-07); part of `removed`. */
  readonly dropped: readonly DroppedCell[];
  /** Grants that end. */
  readonly ended: readonly string[];
  /** What of an ended grant goes on, with the grantor it had. */
  readonly kept: readonly { readonly of: string; readonly block: RightBlock }[];
}

/**
 * What saving would do. Refuses what `checkWish` refuses, `rights.profile-required`, `rights.profile-unknown`,
 * `rights.profile-violated`, `rights.beyond-grantor`, `rights.revocation-not-offered`.
 */
export function planSaving(saving: Saving): { readonly verdict: Verdict; readonly plan: SavingPlan } {
  const { application, holder, live, profile, ceiling, revocation } = saving;
  const current = live.map(({ block }) => block);
  const { wanted, dropped } = fittedToProfile(saving, current);
  const added = minus(wanted, current);
  const removed = minus(current, wanted);
  const verdict = firstRefusal(
    checkWish(application, holder, wanted),
    // A boundary holds more than any one profile has room for.
    holder.kind === 'company' ? allow : checkMatrix(application, { ...saving.wish, rights: wanted }),
    checkCeiling(application, added, ceiling),
    revocation === 'individual' || isNothing(removed)
      ? allow
      : refuseState('rights.revocation-not-offered', { rights: toldRights(removed) }),
  );
  const isNewProfile = saving.wish.profile !== profile;
  const touched = live.filter(({ block }) => !isNothing(minus([block], wanted)));
  const plan = {
    profile: saving.wish.profile,
    isChanged: isNewProfile || !isNothing(added) || !isNothing(removed),
    added,
    removed,
    dropped,
    ended: touched.map(({ id }) => id),
    kept: touched.flatMap(({ id, block }) => meet([block], wanted).map((left) => ({ of: id, block: left }))),
  };
  return { verdict, plan };
}

/** What is given must be the grantor's to give, with everything it brings (UM-07). Refuses `rights.beyond-grantor`. */
function checkCeiling(application: Application, added: RightSet, ceiling: RightSet): Verdict {
  const beyond = minus(withImplied(application, added), ceiling);
  return isNothing(beyond) ? allow : refuseRight('rights.beyond-grantor', { rights: toldRights(beyond) });
}

/**
 * UM-17: the whole of what the grantor holds at this moment, on top of what the receiver has; rights of administration
 * only where he ticked them.
 */
export function copiedRights(
  application: Application,
  effective: RightSet,
  current: RightSet,
  withAdministration: boolean,
): RightSet {
  const left = new Set(
    application.actions
      .filter(({ isAdministration, onlyRouters }) => onlyRouters || (isAdministration && !withAdministration))
      .map(({ key }) => key),
  );
  const copied = effective.map((block) => ({
    ...block,
    actions: block.actions.filter((each) => !left.has(each)),
  }));
  return [...current, ...copied].filter((block) => !isNothing([block]));
}

/** PI-07: who changes the profile loses what the new one has no place for, as far as he held it before. */
function fittedToProfile({ application, profile, wish }: Saving, current: RightSet): Fitted {
  const asked = { wanted: wish.rights, dropped: [] };
  if (wish.profile === null || wish.profile === profile || !hasProfile(application, wish.profile))
    return asked;
  const dropped = droppedByProfile(application, wish.profile, together(wish.rights));
  const wanted = withoutCells(wish.rights, dropped);
  return isNothing(minus(minus(wish.rights, wanted), current)) ? { wanted, dropped } : asked;
}

interface Fitted {
  readonly wanted: RightSet;
  readonly dropped: readonly DroppedCell[];
}

/** What the profile has room for. */
export function fittingProfile(application: Application, profile: string, rights: RightSet): RightSet {
  return withoutCells(rights, droppedByProfile(application, profile, together(rights)));
}

function withoutCells(rights: RightSet, cells: readonly DroppedCell[]): RightSet {
  const goes = (kind: DroppedCell['kind'], row: string, dimension?: string) =>
    cells.some(
      (cell) =>
        cell.kind === kind && cell.row === row && (cell.kind === 'action' || cell.dimension === dimension),
    );
  return rights.map(({ actions, scope }) => ({
    actions: actions.filter((action) => !goes('action', action)),
    scope: Object.fromEntries(
      Object.entries(scope).map(([dimension, values]) => [
        dimension,
        values.filter((value) => !goes('value', value, dimension)),
      ]),
    ),
  }));
}

/** Every action and value of the set, as one choice: the matrix is about the holding, not about how it is cut up. */
function together(rights: RightSet): ChosenRights {
  const scope: Record<string, string[]> = {};
  for (const block of rights)
    for (const [dimension, values] of Object.entries(block.scope))
      scope[dimension] = [...new Set([...(scope[dimension] ?? []), ...values])];
  return { actions: [...new Set(rights.flatMap(({ actions }) => actions))], scope };
}

const hasProfile = ({ profiles }: Application, key: string): boolean =>
  profiles.some((profile) => profile.key === key);

/** PI-06: each holding is of one profile and stands in its cells; every cell it violates is named, and which it would match. */
function checkMatrix(application: Application, { profile, rights }: RightsWish): Verdict {
  const allowed = application.profiles.map(({ key }) => key);
  if (profile !== null && !hasProfile(application, profile))
    return refuseValue('rights.profile-unknown', { field: 'profile', allowed });
  if (allowed.length === 0 || isNothing(rights)) return allow;
  const chosen = together(rights);
  const matching = matchingProfiles(application, chosen);
  if (profile === null)
    return refuseValue('rights.profile-required', { field: 'profile', allowed, matching });
  const cells = checkProfile(application, profile, chosen).map(toldCell);
  return cells.length === 0
    ? allow
    : refuseValue('rights.profile-violated', { field: 'rights', profile, cells, matching });
}

/** `see-prices: NO`, `borderels/10: NA`. */
export function toldCell(violated: ViolatedCell): string {
  const { row, cell } = violated;
  return `${violated.kind === 'action' ? row : `${violated.dimension}/${row}`}: ${cell}`;
}

/** `create, validate (products: letter; invoice-addresses: 1, 2)`. */
function toldRights(rights: RightSet): readonly string[] {
  return rights.map(({ actions, scope }) => {
    const values = Object.entries(scope).map(([dimension, held]) => `${dimension}: ${held.join(', ')}`);
    return values.length === 0 ? actions.join(', ') : `${actions.join(', ')} (${values.join('; ')})`;
  });
}
