import { checkDecision, openDecisions } from '../../domain/decision.ts';
import type { DecisionRequest, MailItem } from '../../domain/mail-item.ts';
import { offersFor } from '../../domain/offer.ts';
import { begun, decided, destroy, fourteenDays, forwardNow, keepUntil } from '../support/mail-items.ts';
import { livedUntil, mailItem, pickUp } from '../support/mail-items.ts';

/** Wed 3 Feb 2027, 10:00 in Brussels. */
const wednesday = '2027-02-03T09:00:00.000Z';
/** Half past midnight on Thu 4 Feb in Brussels. */
const night = '2027-02-03T23:30:00.000Z';
const afterEnd = '2027-05-12T09:00:00.000Z';

const letter = mailItem();
const ended = livedUntil(letter, afterEnd);
const twoWays = mailItem({ allowed: ['forward-now', 'destroy'] });
const plain = mailItem({ policy: { ...fourteenDays, manners: ['standard'] } });
const express: DecisionRequest = { kind: 'forward-now', manner: 'express' };

type Details = Record<string, unknown>;
type Row = [string, MailItem, DecisionRequest, string, string, Details];

const kinds = { field: 'kind', allowed: ['forward-now', 'destroy'] };
const manners = { field: 'manner', allowed: ['standard'] };
const latest = { field: 'until', latest: '2027-05-11' };
const earliest = { field: 'until', earliest: '2027-02-04' };

test.each<Row>([
  [
    'outside the settings: those allowed are named',
    twoWays,
    pickUp,
    wednesday,
    'decision.not-allowed',
    kinds,
  ],
  ['by a manner not offered', plain, express, wednesday, 'decision.manner-not-offered', manners],
  ['keep past the end of storage', letter, keepUntil('2027-05-12'), wednesday, 'keep.beyond-storage', latest],
  ['keep once storage has ended', ended, keepUntil('2027-06-01'), afterEnd, 'keep.beyond-storage', latest],
  [
    'forward on a date once storage has ended',
    ended,
    { kind: 'forward-on-date', on: '2027-05-13', manner: 'standard' },
    afterEnd,
    'forwarding.beyond-storage',
    { field: 'on', latest: '2027-05-11' },
  ],
  [
    'what the box does not allow once storage has ended: what is still open is named',
    { ...ended, allowed: ['forward-now', 'forward-on-date', 'keep'] },
    pickUp,
    afterEnd,
    'decision.not-allowed',
    { field: 'kind', allowed: ['forward-now'] },
  ],
  [
    "keep until yesterday by the brand's clock",
    letter,
    keepUntil('2027-02-03'),
    night,
    'keep.date-in-past',
    earliest,
  ],
])('422: %s', (_case, item, asked, at, reason, details) => {
  expect(checkDecision(item, asked, item.version, at)).toEqual({ ok: false, kind: 'value', reason, details });
});

const held = mailItem({ heldSince: wednesday });
const closed = mailItem({ closed: { outcome: 'destroyed', at: wednesday } });
const inHand = begun(decided(destroy, wednesday), '2027-02-05T09:00:00.000Z');
const decidedByAnother = decided(keepUntil('2027-03-01'), wednesday);

test.each<[string, MailItem, number, string, Details]>([
  ['the site has begun', inHand, inHand.version, 'mail-item.begun', {}],
  ['a hold is on it', held, 1, 'mail-item.on-hold', {}],
  ['the paper has gone', closed, 1, 'mail-item.closed', { outcome: 'destroyed' }],
  ['another user decided since', decidedByAnother, 1, 'mail-item.version-stale', { version: 2 }],
  ['a version that does not exist yet', letter, 9, 'mail-item.version-stale', { version: 1 }],
])('409: %s', (_case, item, version, reason, details) => {
  const verdict = checkDecision(item, forwardNow, version, '2027-02-05T10:00:00.000Z');
  expect(verdict).toEqual({ ok: false, kind: 'state', reason, details });
});

test.each([
  ['undecided', letter, ['forward-now', 'forward-on-date', 'keep', 'pick-up', 'destroy']],
  ['by the settings of the box', twoWays, ['forward-now', 'destroy']],
  ['once storage has ended', ended, ['forward-now', 'pick-up', 'destroy']],
  ['on hold', held, []],
  ['the site has begun', inHand, []],
  ['gone', closed, []],
])('what is open, and therefore offered: %s', (_case, item, kinds) => {
  expect(openDecisions(item)).toEqual(kinds);
  expect(offersFor(item).map(({ kind }) => kind)).toEqual(kinds);
});

test('the same decision on paper that has gone is refused all the same', () => {
  const gone: MailItem = { ...decidedByAnother, closed: { outcome: 'handed-over', at: wednesday } };
  const verdict = checkDecision(gone, keepUntil('2027-03-01'), gone.version, night);
  expect(verdict).toMatchObject({ reason: 'mail-item.closed' });
});

const overdue = livedUntil(letter, '2027-03-01T09:00:00.000Z');

test.each<[string, MailItem, DecisionRequest, string]>([
  ['keep until today', letter, keepUntil('2027-02-04'), night],
  ['keep until the last day of storage', letter, keepUntil('2027-05-11'), wednesday],
  ['forward now without an address', mailItem({ destinationCountry: null }), forwardNow, wednesday],
  ['forward now after the deadline', overdue, forwardNow, '2027-03-01T09:00:00.000Z'],
  ['forward now after storage has ended', ended, forwardNow, afterEnd],
  ['pick up after storage has ended', ended, pickUp, afterEnd],
  ['destroy after storage has ended', ended, destroy, afterEnd],
])('accepted: %s', (_case, item, asked, at) => {
  expect(checkDecision(item, asked, item.version, at)).toEqual({ ok: true });
});
