/**
 * Where a request for rights has to go by now (WF-05; decided.md, Rights): asked at its birth, and again whenever the facts
 * around it change, under the locks of the change that follows the answer.
 */
import type { Application } from './application.ts';
import { ceilingOf, withImplied } from './effective-rights.ts';
import type { Revocation } from './granting.ts';
import { planSaving } from './granting.ts';
import type { DroppedCell } from './profile-matrix.ts';
import { droppedByProfile } from './profile-matrix.ts';
import type { RightSet } from './right-set.ts';
import { isNothing, isWithin, meet, merged, minus } from './right-set.ts';
import type { Desk } from './rights-request.ts';
import type { Holder } from './right-wish.ts';
import { checkWish } from './right-wish.ts';
import type { Verdict } from './verdict.ts';
import { allow, firstRefusal, refuseState, refuseValue } from './verdict.ts';

/** Who asks, as his request on an account of his own company sees him. */
const person: Holder = { kind: 'user', routerType: null };

export interface RequestGround {
  readonly application: Application;
  /** A column of the matrix, where the application has one: that of the holding, else the one asked for. */
  readonly profile: string | null;
  /** Whether the asker is still an active member of the company. */
  readonly isMember: boolean;
  readonly isAdministrators: boolean;
  /** What was granted to him, and what of it counts by now. */
  readonly granted: RightSet;
  readonly effective: RightSet;
  /** What the operator lets the company hold, with what that covers. */
  readonly boundary: RightSet;
  /** What he may give himself, and what each other active administrator may. */
  readonly own: RightSet;
  readonly others: readonly RightSet[];
}

/** `open`: what is still asked for; `beyond`: what of it the company could not hold when it was asked for. */
export interface Asked {
  readonly open: RightSet;
  readonly beyond: RightSet;
}

export type Course =
  | { readonly to: 'lapse' | 'done' | 'at-once' }
  | { readonly to: 'reject'; readonly cells: readonly DroppedCell[] }
  | { readonly to: Desk };

/**
 * The asker is gone: lapse. He holds it by now: done. The matrix has no place for it: reject with the cells (PI-06). An
 * administrator asked for what only the operator could open, and it has been opened: at once. Otherwise to whoever can give
 * any of it: his administrators first, then staff.
 */
export function courseOf(ground: RequestGround, { open, beyond }: Asked): Course {
  if (!ground.isMember) return { to: 'lapse' };
  const left = minus(open, ground.effective);
  if (isNothing(left)) return { to: 'done' };
  const cells = forbiddenCells(ground, left);
  if (cells.length > 0) return { to: 'reject', cells };
  if (isGrantableByNow(ground, left, beyond)) return { to: 'at-once' };
  return { to: ground.others.some((ceiling) => !isNothing(meet(left, ceiling))) ? 'in-house' : 'staff' };
}

/**
 * An administrator's own request alone (decided.md, Rights), and of it only what the company could not hold when he asked:
 * what it could hold then, somebody had decided not to give him.
 */
function isGrantableByNow(ground: RequestGround, left: RightSet, beyond: RightSet): boolean {
  const isOpened = isWithin(left, beyond) && isWithin(left, ground.boundary);
  return ground.isAdministrators && isOpened && checkWhole(ground, merged([...ground.granted, ...left])).ok;
}

/** Cells NA and NO that what is asked for stands in; what he holds already is not the request's. */
function forbiddenCells({ application, profile }: RequestGround, asked: RightSet): readonly DroppedCell[] {
  if (profile === null || !application.profiles.some(({ key }) => key === profile)) return [];
  const scope: Record<string, string[]> = {};
  for (const block of asked)
    for (const [dimension, values] of Object.entries(block.scope))
      scope[dimension] = [...new Set([...(scope[dimension] ?? []), ...values])];
  return droppedByProfile(application, profile, {
    actions: [...new Set(asked.flatMap(({ actions }) => actions))],
    scope,
  });
}

/**
 * Whether it may be asked for at all: something no person may hold, something that is his already or his to give, is refused
 * at the door. A cell NA or NO is not: that is an answer, which the case keeps. Refuses what `checkWish` refuses,
 * `rights.profile-required`, `rights.profile-unknown`, `rights.profile-violated` (a mandatory cell is missing),
 * `rights-request.profile-set`, `rights-request.held`, `rights-request.yours-to-give`.
 */
export function checkAskable(ground: RequestGround, named: string | null, asked: RightSet): Verdict {
  const { application, profile, granted, effective, own } = ground;
  const wanted = merged([...granted, ...asked]);
  const left = minus(asked, effective);
  const isOtherProfile = named !== null && profile !== null && named !== profile;
  return firstRefusal(
    isNothing(asked) ? refuseValue('rights-request.nothing-asked', { field: 'rights' }) : allow,
    isOtherProfile ? refuseState('rights-request.profile-set', { field: 'profile', profile }) : allow,
    checkWish(application, person, asked),
    isNothing(left) ? refuseState('rights-request.held') : allow,
    isWithin(withImplied(application, left), own) ? refuseState('rights-request.yours-to-give') : allow,
    forbiddenCells(ground, left).length > 0 ? allow : checkWhole(ground, wanted),
  );
}

/** Whether all of it together could be saved, were it anybody's to give. */
function checkWhole({ application, profile, granted }: RequestGround, wanted: RightSet): Verdict {
  const revocation: Revocation = 'individual';
  const live = granted.map((block, index) => ({ id: String(index), block }));
  const wish = { profile, rights: wanted };
  const ceiling = ceilingOf(application, wanted);
  return planSaving({ application, holder: person, live, profile, wish, ceiling, revocation }).verdict;
}

/** A part of what is still open, as it was asked for. Refuses `rights-request.nothing-asked`, `rights-request.not-asked`. */
export function checkPart(open: RightSet, part: RightSet): Verdict {
  return firstRefusal(
    isNothing(part) ? refuseValue('rights-request.nothing-asked', { field: 'rights' }) : allow,
    isWithin(part, open) ? allow : refuseValue('rights-request.not-asked', { field: 'rights' }),
  );
}
