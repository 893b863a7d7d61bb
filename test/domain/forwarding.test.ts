import { checkDecision } from '../../domain/decision.ts';
import { concernsForwarding, noteAddressChange } from '../../domain/forwarding.ts';
import { carryOut } from '../../domain/mail-item-acts.ts';
import { nextTimerAct } from '../../domain/plan.ts';
import { begun, belgianSite, decided, forwardNow, forwardOn, keepUntil } from '../support/mail-items.ts';
import { livedUntil, mailItem } from '../support/mail-items.ts';

/** Wed 3 Feb 2027, 10:00 in Brussels; the cut-off is at 15:00, 14:00 in UTC. */
const wednesday = '2027-02-03T09:00:00.000Z';
const cutOff = '2027-02-03T14:00:00.000Z';
const evening = '2027-02-03T17:00:00.000Z';
/** 21:00 on 3 Feb at the site, 03:00 on 4 Feb for the brand. */
const nightInNewYork = '2027-02-04T02:00:00.000Z';
const afterEnd = '2027-05-12T09:00:00.000Z';

const letter = mailItem();
const newYork = mailItem({ site: { ...belgianSite, zone: 'America/New_York', closedDays: [] } });
const ended = livedUntil(letter, afterEnd);

const tomorrow = { earliest: '2027-02-04' };
const nextRun = { nextRun: '2027-02-04' };
const latest = { latest: '2027-05-11' };

test.each([
  [
    'yesterday: the next run is offered',
    letter,
    '2027-02-02',
    wednesday,
    'date-in-past',
    { earliest: '2027-02-03' },
  ],
  ['yesterday, asked in the evening', letter, '2027-02-02', evening, 'date-in-past', tomorrow],
  ["yesterday by the site's clock", newYork, '2027-02-02', nightInNewYork, 'date-in-past', tomorrow],
  ['today after the cut-off', letter, '2027-02-03', '2027-02-03T14:00:00.001Z', 'cut-off-missed', nextRun],
  [
    "today by the site's clock, too late there",
    newYork,
    '2027-02-03',
    nightInNewYork,
    'cut-off-missed',
    nextRun,
  ],
  ['the day after storage ends', letter, '2027-05-12', wednesday, 'beyond-storage', latest],
  ['any day once storage has ended', ended, '2027-05-20', afterEnd, 'beyond-storage', latest],
])('refused, forward on %s', (_case, item, on, at, reason, details) => {
  expect(checkDecision(item, forwardOn(on), item.version, at)).toEqual({
    ok: false,
    kind: 'value',
    reason: `forwarding.${reason}`,
    details: { field: 'on', ...details },
  });
});

test.each([
  ['today, exactly at the cut-off', letter, '2027-02-03', cutOff],
  ["today by the site's clock, tomorrow by ours", newYork, '2027-02-03', '2027-02-03T19:59:00.000Z'],
  ['the last day of storage', letter, '2027-05-11', wednesday],
  ['this Sunday, at night: moved to Monday', letter, '2027-02-07', '2027-02-07T22:00:00.000Z'],
])('accepted, forward on %s', (_case, item, on, at) => {
  expect(checkDecision(item, forwardOn(on), item.version, at)).toEqual({ ok: true });
});

const closedFrom13To14May = { ...belgianSite, closedDays: ['2027-05-13', '2027-05-14'] };

test('a day moved by a closed day past the end of storage costs no storage after that end', () => {
  const store = mailItem({ publishedAt: '2027-02-04T12:00:00.000Z' });
  const item = decided(forwardOn('2027-05-13'), '2027-02-05T09:00:00.000Z', {
    ...store,
    site: closedFrom13To14May,
  });
  expect(item.decision?.plannedOn).toBe('2027-05-17');
  const shipped = livedUntil(item, '2027-05-17T13:00:00.000Z');
  expect(shipped).toMatchObject({ costCents: 600, storageEndedAt: null, task: { kind: 'ship' } });
});

test('at the cut-off the address valid then is fixed, and the site may ship', () => {
  const item = decided(forwardNow, wednesday);
  expect(nextTimerAct(item)).toMatchObject({ kind: 'release-forwarding', at: cutOff, subject: '2027-02-03' });
  expect(livedUntil(item, cutOff).decision?.releasedAt).toBe(cutOff);
});

test('no address on the day: the customer is asked, the decision is open again, seven days are free', () => {
  const item = decided(forwardOn('2027-02-16'), wednesday, mailItem({ destinationCountry: null }));
  const outcome = carryOut(
    item,
    { kind: 'release-forwarding', subject: '2027-02-16' },
    '2027-02-16T14:00:00.000Z',
  );
  expect(outcome?.event).toMatchObject({ kind: 'forwarding-failed', facts: { reason: 'no-address' } });
  expect(outcome?.item).toMatchObject({ decision: null, task: null, freeUntil: '2027-02-23T23:00:00.000Z' });
  expect(outcome?.item.toTell.at(-1)?.kind).toBe('forwarding-failed');
});

test.each([
  ['a forwarding is planned', decided(forwardNow, wednesday), true],
  ['a forwarding on a date is planned', decided(forwardOn('2027-02-10'), wednesday), true],
  ['its address was fixed at the cut-off', livedUntil(decided(forwardNow, wednesday), cutOff), false],
  ['the site has begun', begun(decided(forwardNow, wednesday), evening), false],
  ['the paper is kept', decided(keepUntil('2027-02-10'), wednesday), false],
  ['nothing is decided', letter, false],
])('an address that changes concerns the item: %s', (_case, item, expected) => {
  expect(concernsForwarding(item)).toBe(expected);
});

test('an address changed before the day: the customer is told once for each version, an accepted price lapses', () => {
  const quoted = {
    ...decided(forwardNow, wednesday),
    quote: { cents: 900, isAccepted: true, country: 'BE' },
  };
  const { item } = noteAddressChange(quoted, 7);
  expect(item).toMatchObject({ quote: null, version: quoted.version + 1 });
  expect(item.toTell).toEqual([{ key: 'mail-item/item-1/address-changed/7', kind: 'address-changed' }]);
});

test('a change of address that nobody has told of is told when the forwarding is released, and voids the price', () => {
  const quoted = {
    ...decided(forwardNow, wednesday),
    quote: { cents: 900, isAccepted: true, country: 'BE' },
  };
  const act = { kind: 'release-forwarding', subject: '2027-02-03' } as const;
  const released = carryOut(quoted, act, cutOff, 7);
  expect(released?.item).toMatchObject({ quote: null, decision: { releasedAt: cutOff } });
  expect(released?.item.toTell).toEqual([
    { key: 'mail-item/item-1/address-changed/7', kind: 'address-changed' },
  ]);
  expect(carryOut(quoted, act, cutOff)?.item).toMatchObject({ quote: quoted.quote, toTell: [] });
});
