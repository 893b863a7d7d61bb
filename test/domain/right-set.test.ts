/** The algebra of right sets, against sets of single rights written out one by one (quality.md, check 13). */
import fc from 'fast-check';
import type { Right, RightBlock, RightSet } from '../../domain/right-set.ts';
import { holds, isNothing, isWithin, meet, merged, minus, widened } from '../../domain/right-set.ts';

const actions = ['create', 'read', 'validate'];
const dimensions = { addresses: ['1', '2'], products: ['kilopost', 'letter', 'printed'] };

const block: fc.Arbitrary<RightBlock> = fc.record({
  actions: fc.subarray(actions),
  scope: fc.record({
    addresses: fc.subarray(dimensions.addresses),
    products: fc.subarray(dimensions.products),
  }),
});
const set: fc.Arbitrary<RightSet> = fc.array(block, { maxLength: 4 });

const universe: readonly Right[] = actions.flatMap((action) =>
  dimensions.addresses.flatMap((addresses) =>
    dimensions.products.map((products) => ({ action, values: { addresses, products } })),
  ),
);

/** Each single right of the set, as text. */
const written = (rights: RightSet): ReadonlySet<string> =>
  new Set(
    rights.flatMap(({ actions: held, scope }) =>
      held.flatMap((action) =>
        (scope['addresses'] ?? []).flatMap((address) =>
          (scope['products'] ?? []).map((product) => `${action} ${address} ${product}`),
        ),
      ),
    ),
  );
const nameOf = ({ action, values }: Right) => `${action} ${values['addresses']} ${values['products']}`;
const asSet = (rights: RightSet) => [...written(rights)].toSorted();

test('a set holds a single right exactly when one of its blocks does', () => {
  fc.assert(
    fc.property(set, (rights) => {
      for (const right of universe) expect(holds(rights, right)).toBe(written(rights).has(nameOf(right)));
    }),
  );
});

test('meet, minus and isWithin are those of sets', () => {
  fc.assert(
    fc.property(set, set, (one, other) => {
      const others = written(other);
      expect(asSet(meet(one, other))).toEqual(asSet(one).filter((each) => others.has(each)));
      expect(asSet(minus(one, other))).toEqual(asSet(one).filter((each) => !others.has(each)));
      expect(isWithin(one, other)).toBe(asSet(one).every((each) => others.has(each)));
    }),
    { numRuns: 300 },
  );
});

test('merging loses nothing, and gives the same blocks in whatever order they came', () => {
  fc.assert(
    fc.property(set, (rights) => {
      expect(asSet(merged(rights))).toEqual(asSet(rights));
      expect(merged(rights).length).toBeLessThanOrEqual(rights.length);
      expect(isNothing(rights)).toBe(asSet(rights).length === 0);
    }),
  );
  const one = { actions: ['read', 'create'], scope: { products: ['letter'], addresses: ['2', '1'] } };
  const other = { actions: ['create', 'read'], scope: { products: ['kilopost'], addresses: ['1', '2'] } };
  const both = [
    { actions: ['create', 'read'], scope: { addresses: ['1', '2'], products: ['kilopost', 'letter'] } },
  ];
  expect(merged([one, other])).toEqual(both);
  expect(merged([other, one])).toEqual(both);
});

test('what the difference leaves overlaps nowhere', () => {
  fc.assert(
    fc.property(block, block, (one, other) => {
      const left = minus([one], [other]);
      const blockByBlock = left.reduce((sum, each) => sum + written([each]).size, 0);
      expect(blockByBlock).toBe(written(left).size);
    }),
  );
});

test('a right without dimensions is the action alone', () => {
  const rights = [{ actions: ['read'], scope: {} }];
  expect(holds(rights, { action: 'read', values: {} })).toBe(true);
  expect(holds(rights, { action: 'decide', values: {} })).toBe(false);
  expect(minus(rights, rights)).toEqual([]);
});

test('widening adds what an action brings, in the scope of its block', () => {
  const rights = [{ actions: ['validate'], scope: { addresses: ['1'], products: ['letter'] } }];
  const wide = widened(rights, (action) => (action === 'validate' ? ['validate', 'read'] : [action]));
  expect(holds(wide, { action: 'read', values: { addresses: '1', products: 'letter' } })).toBe(true);
  expect(holds(wide, { action: 'read', values: { addresses: '2', products: 'letter' } })).toBe(false);
});
