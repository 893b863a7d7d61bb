/** The plan of a document by cases, and that it says what sight and sweep do (WF-33, IP-04, X-02). */
import fc from 'fast-check';
import { addDays, addMonths } from '../../domain/calendar.ts';
import type { DocumentCase } from '../../domain/document-case.ts';
import type { PlannedDocument } from '../../domain/document-plan.ts';
import { planForDocument } from '../../domain/document-plan.ts';
import { hiddenOn, historyFloor } from '../../domain/issued-document.ts';
import { destructionOf, retentionOf, warnOn } from '../../domain/retention.ts';

const now = '2027-02-02T14:00:00.000Z';
const zone = 'Europe/Brussels';
const rolling = { floor: 'years' as const, years: 7, earliestOn: '2008-05-01' };
const still = { floor: 'contract' as const, years: 7, earliestOn: '2008-05-01' };
const portal = {
  ...{ version: 3, zone, history: rolling },
  retention: { displayYears: 7, legalYears: 10, warnDays: 30 },
};
const codes = { ...portal, history: still, retention: { ...portal.retention, displayYears: null } };
const invoice: PlannedDocument = {
  ...{ kind: 'invoice', channel: 'electronic', issuedOn: '2027-01-31', case: null, policy: portal },
  ...{ isHeld: false, isReceived: true, isDestroyed: false, receptionEndedAt: null, holdReleasedAt: null },
};
const embargo: DocumentCase = {
  ...{ id: 'k', brand: 'b', issuerId: 'i', documentId: 'd', version: 1, openedAt: now },
  ...{ terms: { version: 2, zone, messageSeconds: 60 }, needsClient: false, recalled: null, closed: null },
  visibleFromAt: '2027-03-28T22:00:00.000Z',
};

test.each<[string, Partial<PlannedDocument>, readonly string[], string | null]>([
  [
    'shown for seven years, warned of and destroyed when the law lets go of it',
    {},
    ['hide 2034-01-31T23:00:00.000Z', 'warn 2037-12-01T23:00:00.000Z', 'destroy 2037-12-31T23:00:00.000Z'],
    null,
  ],
  [
    'under embargo until a day on which the clock has changed',
    { case: embargo },
    [
      ...['publish 2027-03-28T22:00:00.000Z', 'hide 2034-01-31T23:00:00.000Z'],
      ...['warn 2037-12-01T23:00:00.000Z', 'destroy 2037-12-31T23:00:00.000Z'],
    ],
    null,
  ],
  ['kept while an account receives', { policy: codes }, [], 'received'],
  [
    'the same once nobody receives any more',
    { policy: codes, isReceived: false },
    ['warn 2037-12-01T23:00:00.000Z', 'destroy 2037-12-31T23:00:00.000Z'],
    null,
  ],
  [
    'overdue when its reception ended: warned of from the next day on, destroyed thirty days later, over the change of the clock',
    {
      ...{ policy: codes, issuedOn: '2010-05-05', isReceived: false },
      receptionEndedAt: '2027-02-01T23:30:00.000Z',
    },
    ['warn 2027-02-02T23:00:00.000Z', 'destroy 2027-03-04T23:00:00.000Z'],
    null,
  ],
  ['held: no day is planned', { isHeld: true }, ['hide 2034-01-31T23:00:00.000Z'], 'held'],
  ['held and received: the hold is what counts', { policy: codes, isHeld: true }, [], 'held'],
  [
    'overdue: only what is still to be done',
    { issuedOn: '2010-05-05' },
    ['destroy 2020-12-31T23:00:00.000Z'],
    null,
  ],
  ['destroyed', { isDestroyed: true }, [], null],
  [
    'in quarantine: staff are waited for, no day; kept as what goes on paper',
    {
      case: { ...embargo, needsClient: true },
      channel: null,
      policy: {
        ...codes,
        retention: { ...codes.retention, classes: [{ channel: 'paper', displayYears: 1, legalYears: 2 }] },
      },
    },
    ['warn 2029-12-01T23:00:00.000Z', 'destroy 2029-12-31T23:00:00.000Z'],
    null,
  ],
])('%s', (_words, facts, acts, kept) => {
  const plan = planForDocument({ ...invoice, ...facts }, now);
  expect(plan.acts.map(({ kind, at }) => `${kind} ${at}`)).toEqual(acts);
  expect(plan.kept).toBe(kept);
});

test('each act names the version of the policy that it follows', () => {
  const { acts } = planForDocument({ ...invoice, case: embargo }, now);
  expect(acts.map(({ policyVersion }) => policyVersion)).toEqual([2, 3, 3, 3]);
});

const days = fc.integer({ min: 0, max: 8000 }).map((count) => addDays('2020-01-01', count));
test('property: the day from which it is hidden is the first on which its floor lies behind it', () => {
  fc.assert(
    fc.property(days, fc.integer({ min: 1, max: 10 }), (issuedOn, years) => {
      const rule = { ...rolling, years };
      const day = hiddenOn(issuedOn, rule) ?? '';
      expect(historyFloor(rule, null, day) > issuedOn).toBe(true);
      expect(historyFloor(rule, null, addDays(day, -1)) <= issuedOn).toBe(true);
    }),
  );
});

test('property: a sweep of the day of the warning finds it within its days, the day before it does not', () => {
  fc.assert(
    fc.property(days, fc.integer({ min: 1, max: 60 }), (issuedOn, warnDays) => {
      const rule = { ...portal.retention, warnDays };
      const kept = retentionOf(rule, { channel: 'electronic', kind: 'invoice' });
      const { on } = destructionOf({ ...invoice, issuedOn }, kept, { ...rule, zone });
      const warned = warnOn(on ?? '', rule);
      expect((on ?? '') <= addDays(warned, warnDays)).toBe(true);
      expect((on ?? '') <= addDays(warned, warnDays - 1)).toBe(false);
    }),
  );
});

test('29 February: shown as long as the floor of a leap year reaches it', () => {
  expect(hiddenOn('2029-02-28', rolling)).toBe('2036-03-01');
  expect(addMonths('2036-02-29', -84)).toBe('2029-02-28');
});
