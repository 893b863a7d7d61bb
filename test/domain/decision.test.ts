import { checkDecision, takeDecision } from '../../domain/decision.ts';
import { isSameDecision, stageFor } from '../../domain/mail-item.ts';
import {
  begun,
  belgianSite,
  decided,
  destroy,
  dutchSite,
  forwardNow,
  forwardOn,
} from '../support/mail-items.ts';
import { keepUntil, livedUntil, mailItem, pickUp, sevenDays } from '../support/mail-items.ts';

const newYork = mailItem({ site: { ...belgianSite, zone: 'America/New_York', closedDays: [] } });
const dutch = mailItem({ policy: sevenDays, site: dutchSite, publishedAt: '2027-04-22T09:00:00.000Z' });

/** 09:00 in UTC, 10:00 in Brussels until summer time. */
const on = (day: string): string => `${day}T09:00:00.000Z`;
const wednesday = on('2027-02-03');
/** The cut-off is at 15:00 in Brussels. */
const cutOff = (day: string): string => `${day}T14:00:00.000Z`;
const summerCutOff = (day: string): string => `${day}T13:00:00.000Z`;
const [wed, thu, fri, mon] = ['2027-02-03', '2027-02-04', '2027-02-05', '2027-02-08'];
const lateSaturday = '2027-03-27T22:30:00.000Z';

test.each([
  ['forward now before the cut-off: today', forwardNow, wednesday, wed, cutOff(wed)],
  ['forward now exactly at the cut-off', forwardNow, cutOff(wed), wed, cutOff(wed)],
  ['forward now a millisecond later: tomorrow', forwardNow, '2027-02-03T14:00:00.001Z', thu, cutOff(thu)],
  ['forward now on a Friday evening: Monday', forwardNow, '2027-02-05T18:00:00.000Z', mon, cutOff(mon)],
  [
    'forward on date: that day and its cut-off',
    forwardOn('2027-02-10'),
    wednesday,
    '2027-02-10',
    cutOff('2027-02-10'),
  ],
  [
    'forward on date on a Sunday: next working day, said at once',
    forwardOn('2027-02-07'),
    wednesday,
    mon,
    cutOff(mon),
  ],
  [
    'on Easter Sunday, the 23-hour day: Tuesday',
    forwardOn('2027-03-28'),
    wednesday,
    '2027-03-30',
    summerCutOff('2027-03-30'),
  ],
  ['on Ascension: Friday', forwardOn('2027-05-06'), wednesday, '2027-05-07', summerCutOff('2027-05-07')],
  ['destroy: the end of the next calendar day', destroy, wednesday, fri, '2027-02-04T23:00:00.000Z'],
  [
    'destroy just before midnight: the same',
    destroy,
    '2027-02-03T22:59:00.000Z',
    fri,
    '2027-02-04T23:00:00.000Z',
  ],
  [
    'destroy before the 23-hour day: at least 24 hours',
    destroy,
    lateSaturday,
    '2027-03-30',
    '2027-03-28T22:30:00.000Z',
  ],
  [
    'destroy before the 25-hour day: its end',
    destroy,
    '2027-10-30T21:30:00.000Z',
    '2027-11-02',
    '2027-10-31T23:00:00.000Z',
  ],
  [
    'keep: until the end of the day asked for',
    keepUntil('2027-02-20'),
    wednesday,
    null,
    '2027-02-20T23:00:00.000Z',
  ],
])('planned and changeable: %s', (_case, asked, at, plannedOn, changeableUntil) => {
  const decision = decided(asked, at, mailItem({ publishedAt: at })).decision;
  expect(decision).toMatchObject({ plannedOn, changeableUntil, collectBy: null, receivedAt: at });
});

const easter = mailItem({ publishedAt: on('2027-03-21') });

test.each([
  ['ten working days after today', mailItem(), on('2027-02-10'), '2027-02-10', '2027-02-24T23:00:00.000Z'],
  ['asked on a Sunday: from Monday on', mailItem(), on('2027-02-07'), mon, '2027-02-19T23:00:00.000Z'],
  ['Easter Monday does not count', easter, on('2027-03-22'), '2027-03-22', '2027-04-06T22:00:00.000Z'],
  ["nor King's Day and Ascension", dutch, on('2027-04-23'), '2027-04-23', '2027-05-11T22:00:00.000Z'],
  [
    "it ends at the site's midnight",
    newYork,
    '2027-02-11T01:00:00.000Z',
    '2027-02-10',
    '2027-02-25T05:00:00.000Z',
  ],
])('the collection window of a pick-up: %s', (_case, item, at, plannedOn, collectBy) => {
  expect(decided(pickUp, at, item).decision).toMatchObject({ plannedOn, collectBy, changeableUntil: null });
});

test.each([
  [forwardNow, 'ship', 'forwarding'],
  [forwardOn('2027-02-10'), 'ship', 'forwarding'],
  [pickUp, 'hand-over', 'pick-up'],
  [destroy, 'destroy', 'destruction'],
  [keepUntil('2027-02-20'), undefined, 'kept'],
])('the task of %j is %s, the stage %s', (asked, task, stage) => {
  const item = decided(asked, wednesday);
  expect(item.task?.kind).toBe(task);
  expect(stageFor(item)).toBe(stage);
});

test('a change of mind replaces decision and task, drops an offered price, and is a new version', () => {
  const quoted = {
    ...decided(forwardNow, wednesday),
    quote: { cents: 900, isAccepted: true, country: 'BE' },
  };
  const { item, event } = takeDecision(quoted, destroy, '2027-02-03T10:00:00.000Z');
  expect(item).toMatchObject({ version: quoted.version + 1, quote: null, task: { kind: 'destroy' } });
  expect(event.kind).toBe('decided');
});

test('the same decision again is allowed whatever version it saw, and is recognised as the same', () => {
  const item = decided(forwardOn('2027-02-10'), wednesday);
  expect(checkDecision(item, forwardOn('2027-02-10'), 1, wednesday)).toEqual({ ok: true });
  expect(isSameDecision(item, forwardOn('2027-02-10'))).toBe(true);
  expect(isSameDecision(item, forwardOn('2027-02-11'))).toBe(false);
  expect(isSameDecision(item, { kind: 'forward-on-date', on: '2027-02-10', manner: 'registered' })).toBe(
    false,
  );
  expect(isSameDecision(item, forwardNow)).toBe(false);
});

test('a box that forwards: recorded at intake, changeable until its cut-off, then the site may begin', () => {
  const item = decided(forwardNow, '2027-02-02T14:00:00.000Z', mailItem({ primaryOption: 'forward' }));
  expect(item.decision).toMatchObject({
    plannedOn: '2027-02-02',
    changeableUntil: '2027-02-02T14:00:00.000Z',
  });
  expect(livedUntil(item, '2027-02-02T14:00:00.000Z').decision?.releasedAt).toBe('2027-02-02T14:00:00.000Z');
});

test('changing stays possible after the promised instant until the site has begun', () => {
  const item = livedUntil(decided(forwardNow, wednesday), '2027-02-03T16:00:00.000Z');
  expect(checkDecision(item, destroy, item.version, '2027-02-03T16:00:00.000Z')).toEqual({ ok: true });
  const inHand = begun(item, '2027-02-03T16:30:00.000Z');
  expect(checkDecision(inHand, destroy, inHand.version, '2027-02-03T16:30:00.000Z')).toMatchObject({
    reason: 'mail-item.begun',
  });
});
