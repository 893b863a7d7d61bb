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
  /** By dimension, all of them. */
  readonly scope: ReadonlyMap<string, ReadonlySet<string>>;
  /** All objects of the scope, those he made himself, or none. */
  readonly sees: 'all' | 'own' | null;
  readonly showsPrices: boolean;
}

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
export function objectRightsOf(
  registry: Registry,
  effective: readonly EffectiveRights[],
): readonly ObjectRight[] {
  return effective.flatMap(({ accountId, application: key, rights }) => {
    const application = registry.get(key);
    if (application === undefined) return [];
    return rights.flatMap((block) => {
      const right = { accountId, application: key, ...shownBy(application, block) };
      return right.sees === null && !right.showsPrices ? [] : [right];
    });
  });
}

function shownBy(
  { actions }: Application,
  block: RightBlock,
): Omit<ObjectRight, 'accountId' | 'application'> {
  const held = actions.filter(({ key }) => block.actions.includes(key));
  const own = held.some(({ objects }) => objects === 'own') ? 'own' : null;
  return {
    scope: new Map(Object.entries(block.scope).map(([dimension, values]) => [dimension, new Set(values)])),
    sees: held.some(({ objects }) => objects === 'all') ? 'all' : own,
    showsPrices: held.some(({ showsPrices }) => showsPrices),
  };
}

/** Whether one of the rights shows the object to that person (EM-06). */
export function seesObject(rights: readonly ObjectRight[], userId: string, subject: ObjectSubject): boolean {
  return rights.some(
    (right) =>
      right.sees !== null &&
      isInScope(right, subject) &&
      (right.sees === 'all' || subject.creatorId === userId),
  );
}

/** Whether one of the rights shows prices of the object's scope (EM-05). */
export function seesPrice(rights: readonly ObjectRight[], subject: ObjectSubject): boolean {
  return rights.some((right) => right.showsPrices && isInScope(right, subject));
}

function isInScope(
  { accountId, application, scope }: ObjectRight,
  { values = {}, ...subject }: ObjectSubject,
): boolean {
  if (subject.accountId !== accountId || subject.application !== application) return false;
  for (const [dimension, held] of scope) if (!held.has(values[dimension] ?? '')) return false;
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
