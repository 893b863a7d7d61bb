/**
 * Which objects of the applications somebody sees, and whose prices (EM-03, EM-05, EM-06, IR-01, RT-05): his rights, said
 * once a request as sets. A list says the same in SQL.
 */
import type { Application, Registry } from './application.ts';
import type { EffectiveRights } from './holding.ts';
import type { RightBlock, RightSet } from './right-set.ts';
import { holds } from './right-set.ts';
import type { Verdict } from './verdict.ts';
import { allow, refuseRight } from './verdict.ts';

/** What one block of rights comes to. */
export interface ObjectRight {
  readonly accountId: string;
  readonly application: string;
  /** Dimension by dimension, all of them. */
  readonly scope: readonly (readonly [dimension: string, values: ReadonlySet<string>])[];
  /** All objects of the scope, those he made himself, or none. */
  readonly sees: 'all' | 'own' | null;
  readonly showsPrices: boolean;
}

/** By account: whoever asks about an object finds in one step what could show it. */
export type ObjectRights = ReadonlyMap<string, readonly ObjectRight[]>;

export const noObjectRights: ObjectRights = new Map();

/** An object of an application as rights are asked about it. */
export interface ObjectSubject {
  readonly accountId?: string;
  readonly application?: string;
  /** One value in each dimension. */
  readonly values?: Readonly<Record<string, string>>;
  /** Null: made by nobody of ours. */
  readonly creatorId?: string | null;
}

/** The sets; blocks that show neither objects nor prices are left out. */
export function objectRightsOf(registry: Registry, effective: readonly EffectiveRights[]): ObjectRights {
  const found = new Map<string, ObjectRight[]>();
  for (const { accountId, application: key, rights } of effective) {
    const application = registry.get(key);
    if (application === undefined) continue;
    for (const block of rights) {
      const right = { accountId, application: key, ...shownBy(application, block) };
      if (right.sees === null && !right.showsPrices) continue;
      const there = found.get(accountId);
      if (there === undefined) found.set(accountId, [right]);
      else there.push(right);
    }
  }
  return found;
}

function shownBy(
  { actions }: Application,
  block: RightBlock,
): Omit<ObjectRight, 'accountId' | 'application'> {
  const held = actions.filter(({ key }) => block.actions.includes(key));
  const own = held.some(({ objects }) => objects === 'own') ? 'own' : null;
  return {
    scope: Object.entries(block.scope).map(([dimension, values]) => [dimension, new Set(values)] as const),
    sees: held.some(({ objects }) => objects === 'all') ? 'all' : own,
    showsPrices: held.some(({ showsPrices }) => showsPrices),
  };
}

/** Whether one of the rights shows the object to that person (EM-06). */
export function seesObject(rights: ObjectRights, userId: string, subject: ObjectSubject): boolean {
  for (const right of rightsOn(rights, subject)) {
    if (right.sees === null || !isInScope(right, subject)) continue;
    if (right.sees === 'all' || subject.creatorId === userId) return true;
  }
  return false;
}

/** Whether one of the rights shows prices of the object's scope (EM-05). */
export function seesPrice(rights: ObjectRights, subject: ObjectSubject): boolean {
  for (const right of rightsOn(rights, subject))
    if (right.showsPrices && isInScope(right, subject)) return true;
  return false;
}

const nothing: readonly ObjectRight[] = [];

function rightsOn(rights: ObjectRights, { accountId = '' }: ObjectSubject): readonly ObjectRight[] {
  return rights.get(accountId) ?? nothing;
}

/** The account is that of the object. Asked for each object of each list: nothing is copied on the way. */
function isInScope(right: ObjectRight, subject: ObjectSubject): boolean {
  if (subject.application !== right.application) return false;
  const { values } = subject;
  for (const [dimension, held] of right.scope) if (!held.has(values?.[dimension] ?? '')) return false;
  return true;
}

/** EM-03: who makes an object needs the right to on every value of it, the invoice address too. Refuses `right.missing`. */
export function checkCreateObject(
  rights: RightSet,
  createAction: string,
  values: Readonly<Record<string, string>>,
): Verdict {
  return holds(rights, { action: createAction, values })
    ? allow
    : refuseRight('right.missing', { action: createAction });
}
