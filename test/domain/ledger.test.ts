import fc from 'fast-check';
import {
  chargeKinds,
  checkEntries,
  feeKindOf,
  postingFor,
  reversalOf,
  type LedgerEntry,
} from '../../domain/ledger.ts';

const cents = fc.integer({ min: 1, max: Number.MAX_SAFE_INTEGER });
const accounts = fc.constantFrom(
  'receivable' as const,
  'revenue-storage' as const,
  'revenue-forwarding' as const,
  'revenue-pick-up' as const,
  'revenue-destruction' as const,
);
const entry = (amountCents: number): LedgerEntry => ({ account: 'receivable', amountCents });

describe('entries', () => {
  test('every charge makes balanced entries on the receivable and its revenue, and so does its reversal', () => {
    fc.assert(
      fc.property(cents, fc.constantFrom(...chargeKinds), (amountCents, kind) => {
        const entries = postingFor({ kind, amountCents });
        expect(entries).toEqual([
          { account: 'receivable', amountCents },
          { account: `revenue-${kind}`, amountCents: -amountCents },
        ]);
        expect(checkEntries(entries)).toEqual({ ok: true });
        expect(checkEntries(reversalOf(entries))).toEqual({ ok: true });
        expect(checkEntries([...entries, ...reversalOf(entries)])).toEqual({ ok: true });
      }),
    );
  });

  test('whether they balance does not depend on their order, up to the largest amounts', () => {
    const balanced = fc
      .array(fc.record({ account: accounts, amountCents: cents }), { minLength: 1, maxLength: 12 })
      .map((entries) => [...entries, ...reversalOf(entries)])
      .chain((entries) => fc.shuffledSubarray(entries, { minLength: entries.length }));
    fc.assert(fc.property(balanced, (entries) => expect(checkEntries(entries)).toEqual({ ok: true })));
  });

  test('one cent too many is seen among any others', () => {
    const odd = fc.array(fc.integer({ min: 1, max: 1_000_000 }), { minLength: 1 }).map((amounts) => {
      const entries = amounts.map(entry);
      return [...entries, ...reversalOf(entries), entry(1)];
    });
    fc.assert(
      fc.property(odd, (entries) =>
        expect(checkEntries(entries)).toMatchObject({ reason: 'ledger.unbalanced' }),
      ),
    );
  });

  test.each([
    ['none', [], 'ledger.too-few-entries'],
    ['one', [entry(0)], 'ledger.too-few-entries'],
    ['a fraction', [entry(0.5), entry(-0.5)], 'ledger.not-whole-cents'],
    ['nothing', [entry(0), entry(0)], 'ledger.not-whole-cents'],
    ['not a number', [entry(Number.NaN), entry(1)], 'ledger.not-whole-cents'],
    ['beyond exact integers', [entry(2 ** 53), entry(-(2 ** 53))], 'ledger.not-whole-cents'],
    ['a cent missing', [entry(50), entry(-49)], 'ledger.unbalanced'],
  ])('%s is refused', (_what, entries, reason) => {
    expect(checkEntries(entries)).toMatchObject({ ok: false, reason });
  });
});

test.each([
  ['forwarded', 'forwarding'],
  ['handed-over', 'pick-up'],
  ['destroyed', 'destruction'],
] as const)('what is paid for a letter that was %s is a fee for %s', (outcome, kind) => {
  expect(feeKindOf(outcome)).toBe(kind);
});
