import { hold } from '../../domain/hold.ts';
import { carryOut } from '../../domain/mail-item-acts.ts';
import type { DecisionRequest, MailItem } from '../../domain/mail-item.ts';
import { nextConsequence, nextTimerAct, planFor, totalCents } from '../../domain/plan.ts';
import { begun, decided, destroy, forwardNow, forwardOn, keepUntil } from '../support/mail-items.ts';
import { fourteenDays, livedUntil, mailItem, pickUp, sevenDays } from '../support/mail-items.ts';

const wednesday = '2027-02-03T09:00:00.000Z';
const shown = (item: MailItem): string[] =>
  planFor(item).map(({ kind, at, costCents }) => `${at.slice(0, 16)} ${kind} ${String(costCents)}`);

test('of a fresh scan: two reminders, twelve periods, the end of storage', () => {
  const plan = shown(mailItem());
  expect(plan.slice(0, 3)).toEqual([
    '2027-02-13T23:00 remind 0',
    '2027-02-15T23:00 remind 0',
    '2027-02-16T23:00 charge-storage 50',
  ]);
  expect(plan.slice(-2)).toEqual(['2027-05-04T22:00 charge-storage 50', '2027-05-11T22:00 end-storage 0']);
  expect(plan).toHaveLength(15);
});

test.each<[string, DecisionRequest, string[]]>([
  ['forward now', forwardNow, ['2027-02-03T14:00 release-forwarding 0', '2027-02-03T14:00 ship 282']],
  [
    'forward on a date in the second period',
    forwardOn('2027-02-25'),
    [
      '2027-02-16T23:00 charge-storage 50',
      '2027-02-23T23:00 charge-storage 50',
      '2027-02-25T14:00 release-forwarding 0',
      '2027-02-25T14:00 ship 282',
    ],
  ],
  ['destroy', destroy, ['2027-02-04T23:00 destroy-paper 0']],
])('of a decision: %s', (_case, asked, expected) => {
  expect(shown(decided(asked, wednesday))).toEqual(expected);
});

test('of a pick-up: the hand-over from now on, storage after the window, the end of storage', () => {
  const plan = shown(decided(pickUp, '2027-02-10T09:00:00.000Z'));
  expect(plan.slice(0, 2)).toEqual(['2027-02-10T09:00 hand-over 0', '2027-03-02T23:00 charge-storage 50']);
  expect(plan.at(-1)).toBe('2027-05-11T22:00 end-storage 0');
});

test('of a keep that ends as a period starts: first undecided again, then the charge', () => {
  const plan = shown(
    decided(
      keepUntil('2027-02-23'),
      '2027-02-18T09:00:00.000Z',
      livedUntil(mailItem(), '2027-02-18T09:00:00.000Z'),
    ),
  );
  expect(plan.slice(0, 2)).toEqual(['2027-02-23T23:00 end-keep 0', '2027-02-23T23:00 charge-storage 50']);
});

test.each([
  ['14 days', mailItem({ policy: fourteenDays }), ['2027-02-13T23:00:00.000Z', '2027-02-15T23:00:00.000Z']],
  ['7 days', mailItem({ policy: sevenDays }), ['2027-02-06T23:00:00.000Z', '2027-02-08T23:00:00.000Z']],
  [
    'over the night to summer time, at local midnight',
    mailItem({ publishedAt: '2027-03-16T12:00:00.000Z' }),
    ['2027-03-27T23:00:00.000Z', '2027-03-29T22:00:00.000Z'],
  ],
  ['one has gone out', livedUntil(mailItem(), '2027-02-14T00:00:00.000Z'), ['2027-02-15T23:00:00.000Z']],
  ['a decision is taken', decided(keepUntil('2027-02-28'), wednesday), []],
  ['a box that stores', mailItem({ primaryOption: 'store' }), []],
  [
    'undecided again two days before',
    mailItem({ undecidedSince: '2027-02-14T12:00:00.000Z' }),
    ['2027-02-15T23:00:00.000Z'],
  ],
  ['in storage', livedUntil(mailItem(), '2027-02-17T00:00:00.000Z'), []],
])('reminders 3 days and 1 day before: %s', (_case, item, expected) => {
  const reminders = planFor(item).filter(({ kind }) => kind === 'remind');
  expect(reminders.map(({ at }) => at)).toEqual(expected);
});

test('a reminder owes one mail and leaves the version the customer saw', () => {
  const item = livedUntil(mailItem(), '2027-02-14T00:00:00.000Z');
  expect(item).toMatchObject({ version: 1, toTell: [{ kind: 'reminder' }] });
});

test('what staff look for is the next act that changes something, not a reminder', () => {
  expect(nextConsequence(mailItem())).toMatchObject({ kind: 'charge-storage', subject: '1' });
  expect(nextConsequence(decided(destroy, wednesday))).toBeNull();
});

test('each act says the rule behind it and the last instant that prevents it', () => {
  expect(nextTimerAct(mailItem())).toMatchObject({ rule: 'PP-09', by: 'timer', missing: null });
  const ship = planFor(decided(forwardNow, wednesday)).find(({ kind }) => kind === 'ship');
  expect(ship).toMatchObject({ rule: 'PP-10', by: 'site', preventableUntil: '2027-02-03T14:00:00.000Z' });
  const inHand = begun(decided(destroy, wednesday), '2027-02-05T09:00:00.000Z');
  expect(planFor(inHand)).toMatchObject([{ kind: 'destroy-paper', preventableUntil: null }]);
});

test('what a decision not yet taken would cost', () => {
  const whatIf = (asked: DecisionRequest) => totalCents(planFor(decided(asked, wednesday)));
  expect([forwardNow, destroy, forwardOn('2027-02-25'), keepUntil('2027-03-01')].map(whatIf)).toEqual([
    282, 0, 382, 600,
  ]);
});

test.each([
  ['the scan is held', hold(mailItem(), wednesday).item],
  ['the paper has gone', mailItem({ closed: { outcome: 'destroyed', at: wednesday } })],
])('nothing is planned when %s', (_case, item) => {
  expect(planFor(item)).toEqual([]);
  expect(nextTimerAct(item)).toBeNull();
});

const due = '2027-02-16T23:00:00.000Z';

test.each([
  ['decided meanwhile', decided(forwardNow, wednesday), 'charge-storage', '1', due],
  ['charged already', livedUntil(mailItem(), due), 'charge-storage', '1', due],
  ['not due for a millisecond', mailItem(), 'charge-storage', '1', '2027-02-16T22:59:59.999Z'],
  ['a later period first', mailItem(), 'charge-storage', '2', '2027-02-24T00:00:00.000Z'],
  ['reminded already', livedUntil(mailItem(), due), 'remind', '2027-02-13T23:00:00.000Z', due],
  [
    'another day than planned',
    decided(forwardOn('2027-02-10'), wednesday),
    'release-forwarding',
    '2027-02-11',
    due,
  ],
  ['held meanwhile', hold(mailItem(), wednesday).item, 'charge-storage', '1', due],
  [
    'what only the site does',
    begun(decided(forwardNow, wednesday), '2027-02-03T15:00:00.000Z'),
    'ship',
    '2027-02-03',
    due,
  ],
] as const)('not carried out: %s', (_case, item, kind, subject, at) => {
  expect(carryOut(item, { kind, subject }, at)).toBeNull();
});
