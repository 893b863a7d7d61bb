/**
 * Sets of rights of one application on one account, as products: a block holds each of its actions on every combination of
 * its scope values, a set is the union of its blocks (EM-01; quality.md, Delegated administration). Blocks of one
 * application name the same dimensions; a block with an empty axis holds nothing.
 */

/** Values by dimension. */
export type Scope = Readonly<Record<string, readonly string[]>>;

export interface RightBlock {
  readonly actions: readonly string[];
  readonly scope: Scope;
}

export type RightSet = readonly RightBlock[];

/** An action on one value in each dimension: what a block is a product of. */
export interface Right {
  readonly action: string;
  readonly values: Readonly<Record<string, string>>;
}

export const noRights: RightSet = [];

/** Whether the set holds that one right. */
export function holds(set: RightSet, { action, values }: Right): boolean {
  return set.some(
    (block) =>
      block.actions.includes(action) &&
      Object.entries(block.scope).every(([dimension, held]) => held.includes(values[dimension] ?? '')),
  );
}

/** What both hold. */
export function meet(set: RightSet, other: RightSet): RightSet {
  return merged(set.flatMap((block) => other.flatMap((each) => metBy(block, each))));
}

/** What the set holds and the other does not. */
export function minus(set: RightSet, other: RightSet): RightSet {
  return merged(
    other.reduce<RightSet>((left, each) => left.flatMap((block) => cut(block, each)), filled(set)),
  );
}

/** Whether the other holds all of the set. */
export function isWithin(set: RightSet, other: RightSet): boolean {
  return isNothing(minus(set, other));
}

export function isNothing(set: RightSet): boolean {
  return filled(set).length === 0;
}

/** The same rights in fewer blocks, in one order whatever order they came in. */
export function merged(set: RightSet): RightSet {
  let blocks = filled(set).map(ordered);
  for (let isSettled = false; !isSettled;) {
    isSettled = true;
    for (const [index, block] of blocks.entries()) {
      const at = blocks.findIndex((each, place) => place > index && joined(block, each) !== null);
      const both = at < 0 ? null : joined(block, blocks[at] as RightBlock);
      if (both === null) continue;
      blocks = [...blocks.filter((_, place) => place !== index && place !== at), both];
      isSettled = false;
      break;
    }
  }
  return blocks.toSorted((one, other) => (textOf(one) < textOf(other) ? -1 : 1));
}

/** With every action that `more` brings for an action of a block. */
export function widened(set: RightSet, more: (action: string) => readonly string[]): RightSet {
  return set.map(({ actions, scope }) => ({ actions: [...new Set(actions.flatMap(more))], scope }));
}

type Axis = readonly [name: string, values: readonly string[]];

/** The actions are an axis like the others; no dimension is called so. */
const ACTIONS = '';

function axesOf({ actions, scope }: RightBlock): readonly Axis[] {
  return [[ACTIONS, actions], ...Object.entries(scope)];
}

function withAxis(block: RightBlock, name: string, values: readonly string[]): RightBlock {
  return name === ACTIONS
    ? { ...block, actions: values }
    : { ...block, scope: { ...block.scope, [name]: values } };
}

function valuesOn({ actions, scope }: RightBlock, name: string): readonly string[] {
  return name === ACTIONS ? actions : (scope[name] ?? []);
}

function filled(set: RightSet): RightSet {
  return set.filter((block) => axesOf(block).every(([, values]) => values.length > 0));
}

function metBy(block: RightBlock, other: RightBlock): RightSet {
  const both = axesOf(block).reduce((met, [name, values]) => {
    const others = new Set(valuesOn(other, name));
    return withAxis(
      met,
      name,
      values.filter((value) => others.has(value)),
    );
  }, block);
  return filled([both]);
}

/**
 * The block without the other: along each axis the values that the other lacks, on the part that the axes before have in
 * common. The pieces overlap nowhere.
 */
function cut(block: RightBlock, other: RightBlock): RightSet {
  const pieces: RightBlock[] = [];
  let common = block;
  for (const [name, values] of axesOf(block)) {
    const others = new Set(valuesOn(other, name));
    pieces.push(
      withAxis(
        common,
        name,
        values.filter((value) => !others.has(value)),
      ),
    );
    common = withAxis(
      common,
      name,
      values.filter((value) => others.has(value)),
    );
  }
  return filled(pieces);
}

/** Both as one block, where one contains the other or they differ along one axis only. */
function joined(block: RightBlock, other: RightBlock): RightBlock | null {
  const differing = axesOf(block).filter(([name, values]) => !isSame(values, valuesOn(other, name)));
  const [axis] = differing;
  if (axis === undefined) return block;
  if (differing.length === 1) {
    const [name, values] = axis;
    return ordered(withAxis(block, name, [...values, ...valuesOn(other, name)]));
  }
  if (cut(other, block).length === 0) return block;
  return cut(block, other).length === 0 ? other : null;
}

/** Both are in order. */
function isSame(values: readonly string[], others: readonly string[]): boolean {
  return values.length === others.length && values.every((value, place) => value === others[place]);
}

function ordered({ actions, scope }: RightBlock): RightBlock {
  const distinct = (values: readonly string[]) => [...new Set(values)].toSorted();
  const dimensions = Object.keys(scope).toSorted();
  return {
    actions: distinct(actions),
    scope: Object.fromEntries(dimensions.map((dimension) => [dimension, distinct(scope[dimension] ?? [])])),
  };
}

function textOf(block: RightBlock): string {
  return JSON.stringify(block);
}
