import { takeDecision } from '../../domain/decision.ts';
import { hold, release } from '../../domain/hold.ts';
import type { MailItem } from '../../domain/mail-item.ts';
import { carryOut } from '../../domain/mail-item-acts.ts';
import { nextTimerAct, planFor } from '../../domain/plan.ts';
import { beginTask } from '../../domain/site-task.ts';
import {
  decided,
  destroy,
  forwardNow,
  forwardOn,
  keepUntil,
  livedUntil,
  mailItem,
  pickUp,
} from '../support/mail-items.ts';

/** The first period starts on 17 Feb 00:00 in Brussels; reminders went out on time. */
const start = '2027-02-16T23:00:00.000Z';
const due = livedUntil(mailItem(), '2027-02-16T22:59:59.999Z');
const charge = { kind: 'charge-storage', subject: '1' } as const;

/** The timer was carried out an hour late; the customer has until one hour into 18 Feb. */
const late = graced(due, '2027-02-17T00:00:00.000Z');
const graceEnd = '2027-02-18T00:00:00.000Z';

function graced(item: MailItem, at: string): MailItem {
  const outcome = carryOut(item, charge, at);
  if (!outcome) throw new Error('not planned');
  return outcome.item;
}

const weekLater = (item: MailItem): MailItem => livedUntil(item, '2027-02-22T00:00:00.000Z');

test('carried out 15 minutes late: charged as on time', () => {
  const outcome = carryOut(due, charge, '2027-02-16T23:15:00.000Z');
  expect(outcome?.charges).toEqual([{ period: 1, startsAt: start, cents: 50 }]);
  expect(outcome?.event).toEqual({
    kind: 'storage-charged',
    facts: { period: 1, startsAt: start, cents: 50 },
  });
});

test('a millisecond later: nothing is charged, the customer has 24 hours from then, the lateness is recorded', () => {
  const outcome = carryOut(due, charge, '2027-02-16T23:15:00.001Z');
  const until = '2027-02-17T23:15:00.001Z';
  expect(outcome?.charges).toEqual([]);
  expect(outcome?.item.lateGrace).toEqual({ from: start, until });
  expect(outcome?.event).toEqual({ kind: 'storage-late', facts: { period: 1, lateMinutes: 15, until } });
  expect(outcome?.item.toTell.at(-1)?.kind).toBe('late-grace');
});

test('the plan then shows the charge, and until when it can be prevented, at the end of that time; no reminder', () => {
  expect(nextTimerAct(late)).toMatchObject({
    ...charge,
    at: graceEnd,
    preventableUntil: graceEnd,
    costCents: 50,
  });
  expect(planFor(late).filter(({ kind }) => kind === 'remind')).toEqual([]);
});

test.each([
  ['forward now inside', forwardNow, '2027-02-17T12:00:00.000Z', 0],
  ['forward now in its last millisecond', forwardNow, graceEnd, 0],
  ['destroy inside', destroy, '2027-02-17T12:00:00.000Z', 0],
  ['pick up inside', pickUp, '2027-02-17T12:00:00.000Z', 0],
  ['forward on that very day', forwardOn('2027-02-17'), '2027-02-17T12:00:00.000Z', 0],
  ['forward a week later: held until then', forwardOn('2027-02-24'), '2027-02-17T12:00:00.000Z', 50],
  ['keep: held', keepUntil('2027-03-10'), '2027-02-17T12:00:00.000Z', 50],
  ['forward now a millisecond too late', forwardNow, '2027-02-18T00:00:00.001Z', 50],
])('a decision in the time given counts from the start of the period: %s', (_case, asked, at, cents) => {
  expect(weekLater(decided(asked, at, late)).costCents).toBe(cents);
});

test('no answer: charged as if on time, dated at the start of the period', () => {
  const outcome = carryOut(late, charge, graceEnd);
  expect(outcome?.charges).toEqual([{ period: 1, startsAt: start, cents: 50 }]);
});

test('a change of mind in the time given counts too', () => {
  const kept = decided(keepUntil('2027-03-10'), '2027-02-17T10:00:00.000Z', late);
  expect(nextTimerAct(kept)).toMatchObject({ ...charge, at: graceEnd });
  expect(weekLater(decided(forwardNow, '2027-02-17T11:00:00.000Z', kept)).costCents).toBe(0);
});

test.each([
  ['15 minutes after the start: the period is charged', '2027-02-16T23:15:00.000Z', 50],
  ['a millisecond later: it counts from the start', '2027-02-16T23:15:00.001Z', 0],
])('a decision that comes before the late timer, %s', (_case, at, cents) => {
  const outcome = takeDecision(due, forwardNow, at);
  expect(outcome.charges).toHaveLength(cents / 50);
  expect(weekLater(outcome.item).costCents).toBe(cents);
});

test('away for nine days: both periods wait for the same end, and one decision spares both', () => {
  const back = '2027-02-25T12:00:00.000Z';
  const item = graced(due, back);
  const charges = planFor(item).filter(({ kind }) => kind === 'charge-storage');
  expect(charges.slice(0, 2).map(({ at }) => at)).toEqual([
    '2027-02-26T12:00:00.000Z',
    '2027-02-26T12:00:00.000Z',
  ]);
  expect(
    livedUntil(decided(destroy, '2027-02-26T11:00:00.000Z', item), '2027-12-01T00:00:00.000Z').costCents,
  ).toBe(0);
  expect(livedUntil(item, '2027-02-26T12:00:00.000Z').costCents).toBe(100);
});

test('late again at the end of the time given: another 24 hours, from the same beginning, and told again', () => {
  const keysOf = (item: MailItem) =>
    item.toTell.filter(({ kind }) => kind === 'late-grace').map(({ key }) => key);
  expect(new Set(keysOf(graced(late, '2027-02-18T05:00:00.000Z'))).size).toBe(2);
  expect(graced(late, '2027-02-18T05:00:00.000Z').lateGrace).toEqual({
    from: start,
    until: '2027-02-19T05:00:00.000Z',
  });
});

test('the end of a keep in the time given brings no charge forward', () => {
  const item = graced(due, '2027-02-17T20:00:00.000Z');
  const kept = decided(keepUntil('2027-02-17'), '2027-02-17T21:00:00.000Z', item);
  const ended = livedUntil(kept, '2027-02-17T23:00:00.000Z');
  expect(ended).toMatchObject({ decision: null, costCents: 0 });
  expect(livedUntil(ended, '2027-02-18T20:00:00.000Z').costCents).toBe(50);
});

test('a hold in the time given charges nothing; the period starts again after it', () => {
  const held = hold(late, '2027-02-17T12:00:00.000Z');
  expect(held.charges).toEqual([]);
  const released = release(held.item, '2027-02-20T12:00:00.000Z').item;
  expect(nextTimerAct(released)).toMatchObject({ kind: 'remind', at: '2027-02-24T23:00:00.000Z' });
  expect(planFor(released).find(({ kind }) => kind === 'charge-storage')).toMatchObject({
    subject: '1',
    at: '2027-02-27T23:00:00.000Z',
  });
});

test('after such a hold a decision counts from when it was received', () => {
  const held = hold(late, '2027-02-17T12:00:00.000Z').item;
  const released = release(held, '2027-02-17T13:00:00.000Z').item;
  const received = '2027-02-17T14:00:00.000Z';
  expect(decided(keepUntil('2027-03-10'), received, released).decision?.receivedAt).toBe(received);
});

test('a forwarding that finds no address in the time given: the period waiting falls in the free days', () => {
  const planned = decided(
    forwardOn('2027-02-18'),
    '2027-02-10T09:00:00.000Z',
    mailItem({ destinationCountry: null }),
  );
  const overdue = graced(planned, '2027-02-18T12:00:00.000Z');
  const failed = livedUntil(overdue, '2027-02-18T14:00:00.000Z');
  expect(failed).toMatchObject({ decision: null, freeUntil: '2027-02-25T23:00:00.000Z' });
  expect(livedUntil(failed, '2027-03-02T22:59:59.999Z').costCents).toBe(0);
});

test('a site that begins in the time given ends it: charged as if on time', () => {
  const collecting = decided(pickUp, '2027-02-02T15:00:00.000Z');
  const overdue = graced(collecting, '2027-02-17T00:00:00.000Z');
  expect(beginTask(overdue, '2027-02-17T10:00:00.000Z').charges.map(({ period }) => period)).toEqual([1]);
});

test('the last period is charged before storage ends, however late we were', () => {
  const item = livedUntil(mailItem(), '2027-05-04T21:59:59.999Z');
  const outcome = carryOut(item, { kind: 'charge-storage', subject: '12' }, '2027-05-13T12:00:00.000Z');
  const acts = planFor(outcome?.item ?? item).map(({ kind, at }) => [kind, at]);
  expect(acts).toEqual([
    ['charge-storage', '2027-05-14T12:00:00.000Z'],
    ['end-storage', '2027-05-14T12:00:00.000Z'],
  ]);
});
