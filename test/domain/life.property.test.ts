import fc from 'fast-check';
import { epochOf, instantOf } from '../../domain/calendar.ts';
import type { MailItem } from '../../domain/mail-item.ts';
import { decisionKinds } from '../../domain/mail-item.ts';
import { belgianSite, dutchSite, fourteenDays, mailItem, sevenDays } from '../support/mail-items.ts';
import type { Deed, Step } from '../support/simulated-life.ts';
import { SimulatedLife } from '../support/simulated-life.ts';
import { referenceCharges } from '../support/storage-reference.ts';

const quarter = 15 * 60_000;

const births: fc.Arbitrary<MailItem> = fc
  .record({
    policy: fc.constantFrom(sevenDays, fourteenDays),
    zone: fc.constantFrom('Europe/Brussels', 'Europe/Amsterdam', 'Africa/Cairo'),
    site: fc.constantFrom(
      belgianSite,
      dutchSite,
      { ...belgianSite, zone: 'America/New_York' },
      { ...dutchSite, zone: 'Asia/Tokyo' },
    ),
    primaryOption: fc.constantFrom('scan' as const, 'store' as const),
    publishedAt: fc
      .integer({ min: epochOf('2027-01-04T00:00:00.000Z'), max: epochOf('2028-03-01T00:00:00.000Z') })
      .map(instantOf),
    destinationCountry: fc.constantFrom('BE', 'FR', null),
  })
  .map(({ policy, zone, ...facts }) => mailItem({ ...facts, policy: { ...policy, zone } }));

const deeds: fc.Arbitrary<Deed> = fc.oneof(
  {
    weight: 5,
    arbitrary: fc.record({
      do: fc.constant('decide' as const),
      kind: fc.constantFrom(...decisionKinds),
      inDays: fc.nat({ max: 60 }),
    }),
  },
  {
    weight: 5,
    arbitrary: fc.record({
      do: fc.constant('work' as const),
      fails: fc.boolean(),
      hoursAgo: fc.nat({ max: 300 }),
    }),
  },
  { weight: 3, arbitrary: fc.constant({ do: 'pause' as const }) },
  {
    weight: 1,
    arbitrary: fc.record({
      do: fc.constant('correctFacts' as const),
      weightGrams: fc.constantFrom(20, 80, 150),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({ do: fc.constant('move' as const), country: fc.constantFrom('BE', 'NL', null) }),
  },
);

const steps: fc.Arbitrary<Step> = fc.record({
  when: fc.oneof(
    fc.record({ hours: fc.constantFrom(1, 5, 24, 40, 72, 100, 168, 250, 400) }),
    fc.record({ besideTimer: fc.constantFrom(-1, 0, 1, quarter, quarter + 1, 4 * quarter) }),
  ),
  away: fc.constantFrom('no', 'no', 'timers-first', 'message-first'),
  deed: deeds,
});

// each step asserts in test/support/watched-item.ts that what was done is what the last plan showed
test('whatever people do and whenever the engine is away: acts follow the plan, charges the reference', () => {
  fc.assert(
    fc.property(births, fc.array(steps, { maxLength: 16, size: 'max' }), (born, script) => {
      const life = new SimulatedLife(born);
      for (const step of script) life.live(step);
      life.liveOut();
      const expected = referenceCharges(born, life.heard);
      const end = life.item.closed?.at;
      const kept = life.charged.filter(({ start }) => end === undefined || start < end);
      expect(kept.map(({ period, start }) => ({ period, start: epochOf(start) }))).toEqual(expected);
      expect(life.item.costCents).toBe(50 * life.charged.length + life.otherCents);
      expect(life.item.chargedPeriods).toBe(life.charged.length);
      if (life.isSpared) expect(life.charged).toEqual([]);
    }),
    { numRuns: 150 },
  );
}, 180_000);
