/**
 * Which objects of the applications somebody sees, and whose prices (EM-03, EM-05, EM-06, IR-01, RT-05): his rights, said
 * once a request as sets. A list says the same in SQL.
 */
import type { Application, Registry } from './application.ts';
import type { EffectiveRights } from './holding.ts';
import type { RightBlock } from './right-set.ts';

/** What one block of rights comes to. */
export interface ObjectRight {
  readonly accountId: string;
  readonly application: string;
  /** By dimension, all of them. */
  readonly scope: Readonly<Record<string, readonly string[]>>;
  /** All objects of the scope, those he made himself, or none. */
  readonly sees: 'all' | 'own' | null;
  readonly showsPrices: boolean;
}

/** Rights of one application on one account, each a bit: a value knows in which of them it stands. */
interface Bundle {
  readonly application: string;
  readonly axes: readonly { readonly dimension: string; readonly bits: ReadonlyMap<string, number> }[];
  readonly all: number;
  readonly own: number;
  readonly prices: number;
}

/** As many as a number has bits for that stay exact. */
const bundleSize = 31;

export interface ObjectRights {
  readonly list: readonly ObjectRight[];
  /** The same, so that one look-up a dimension answers for all of them. */
  readonly byAccount: ReadonlyMap<string, readonly Bundle[]>;
}

export const noObjectRights: ObjectRights = { list: [], byAccount: new Map() };

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
  const list = effective.flatMap(({ accountId, application: key, rights }) => {
    const application = registry.get(key);
    if (application === undefined) return [];
    return rights.flatMap((block) => {
      const right = { accountId, application: key, scope: block.scope, ...shownBy(application, block) };
      return right.sees === null && !right.showsPrices ? [] : [right];
    });
  });
  const byAccount = new Map<string, Bundle[]>();
  for (const [accountId, rights] of grouped(list, ({ accountId: id }) => id)) {
    const alike = grouped(rights, ({ application, scope }) =>
      [application, ...Object.keys(scope).toSorted()].join('\n'),
    );
    byAccount.set(accountId, [...alike.values()].flatMap(bundled));
  }
  return { list, byAccount };
}

function shownBy({ actions }: Application, block: RightBlock): Pick<ObjectRight, 'sees' | 'showsPrices'> {
  const held = actions.filter(({ key }) => block.actions.includes(key));
  const own = held.some(({ objects }) => objects === 'own') ? 'own' : null;
  return {
    sees: held.some(({ objects }) => objects === 'all') ? 'all' : own,
    showsPrices: held.some(({ showsPrices }) => showsPrices),
  };
}

function grouped<Each>(
  all: readonly Each[],
  keyOf: (each: Each) => string,
): ReadonlyMap<string, readonly Each[]> {
  const groups = new Map<string, Each[]>();
  for (const each of all) groups.set(keyOf(each), [...(groups.get(keyOf(each)) ?? []), each]);
  return groups;
}

/** Of one application and the same dimensions. */
function bundled(rights: readonly ObjectRight[]): readonly Bundle[] {
  const [first] = rights;
  if (first === undefined) return [];
  const these = rights.slice(0, bundleSize);
  const bitsOf = (isIn: (right: ObjectRight) => boolean) =>
    these.reduce((bits, right, place) => (isIn(right) ? bits | (1 << place) : bits), 0);
  const axes = Object.keys(first.scope).map((dimension) => {
    const bits = new Map<string, number>();
    for (const [place, { scope }] of these.entries())
      for (const value of scope[dimension] ?? []) bits.set(value, (bits.get(value) ?? 0) | (1 << place));
    return { dimension, bits };
  });
  const bundle = {
    application: first.application,
    axes,
    all: bitsOf(({ sees }) => sees === 'all'),
    own: bitsOf(({ sees }) => sees === 'own'),
    prices: bitsOf(({ showsPrices }) => showsPrices),
  };
  return [bundle, ...bundled(rights.slice(bundleSize))];
}

/** Whether one of the rights shows the object to that person (EM-06). */
export function seesObject(rights: ObjectRights, userId: string, subject: ObjectSubject): boolean {
  for (const bundle of bundlesOn(rights, subject)) {
    const bits = bitsAround(bundle, subject);
    if ((bits & bundle.all) !== 0) return true;
    if ((bits & bundle.own) !== 0 && subject.creatorId === userId) return true;
  }
  return false;
}

/** Whether one of the rights shows prices of the object's scope (EM-05). */
export function seesPrice(rights: ObjectRights, subject: ObjectSubject): boolean {
  for (const bundle of bundlesOn(rights, subject))
    if ((bitsAround(bundle, subject) & bundle.prices) !== 0) return true;
  return false;
}

const none: readonly Bundle[] = [];

function bundlesOn({ byAccount }: ObjectRights, { accountId = '' }: ObjectSubject): readonly Bundle[] {
  return byAccount.get(accountId) ?? none;
}

/** In the scope of which rights of the bundle the object lies; asked for each object of each list. */
function bitsAround({ application, axes }: Bundle, subject: ObjectSubject): number {
  if (subject.application !== application) return 0;
  let bits = -1;
  for (const axis of axes) bits &= axis.bits.get(subject.values?.[axis.dimension] ?? '') ?? 0;
  return bits;
}
