/** Invoices and credit notes: who sees them, how they go out, and how long they are kept (WF-33, IP-04, UP-10, X-02). */
import fc from 'fast-check';
import type { DocumentStanding, Sight } from '../../domain/issued-document.ts';
import {
  channelFor,
  checkIssuedOn,
  checkCorrection,
  checkNumber,
  historyFloor,
  isSeen,
  visibleFrom,
} from '../../domain/issued-document.ts';
import { destroyOn, destructionOf, latestIssuedOn, legalEndOn, retentionOf } from '../../domain/retention.ts';
import { published as document, sight } from '../support/standing.ts';

const zone = 'Europe/Brussels';
const now = '2027-02-02T14:00:00.000Z';

const came = (reachedOn: string | null) => ({ publishedBy: now, reachedOn });

test.each<[string, Partial<DocumentStanding>, Partial<Sight>, boolean]>([
  ['a document of a client code that is received', {}, {}, true],
  ['one in quarantine', { clientCodeId: null }, {}, false],
  ['one of another client code', { clientCodeId: 'c2' }, {}, false],
  ['under embargo', { visibleFromAt: '2027-02-02T14:00:00.001Z' }, {}, false],
  ['at the instant its embargo ends', { visibleFromAt: now }, {}, true],
  ['withdrawn', { withdrawnAt: now }, {}, false],
  ['destroyed', { destroyedAt: now }, {}, false],
  ['issued on the floor', { issuedOn: '2020-02-02' }, {}, true],
  ['issued the day before the floor', { issuedOn: '2020-02-01' }, {}, false],
  ['published before the reception ended', {}, { endedAt: '2027-02-01T10:00:00.000Z' }, true],
  ['not come yet: published before the consent, nothing has', {}, { history: came(null) }, false],
  ['issued on the day that has come', {}, { history: came('2027-01-31') }, true],
  ['issued the day before it', {}, { history: came('2027-02-01') }, false],
  ['published at the consent', { publishedAt: now }, { history: came(null) }, false],
  ['published after it', { publishedAt: '2027-02-02T14:00:00.001Z' }, { history: came(null) }, true],
  ['published after it had ended', {}, { endedAt: '2027-02-01T09:59:59.999Z' }, false],
])('%s', (_what, facts, seen, expected) => {
  expect(isSeen({ ...document, ...facts }, [{ ...sight, ...seen }], now)).toBe(expected);
});

test('one sight of several is enough', () => {
  expect(isSeen(document, [{ ...sight, clientCodeId: 'c9' }, sight], now)).toBe(true);
  expect(isSeen(document, [], now)).toBe(false);
});

test.each([
  ['seven years, rolling', { floor: 'years' as const }, '2001-01-01', '2020-02-02'],
  ['the contract is older than the history', { floor: 'contract' as const }, '2001-01-01', '2008-05-01'],
  ['since the contract', { floor: 'contract' as const }, '2015-03-01', '2015-03-01'],
  ['a contract of unknown age', { floor: 'contract' as const }, null, '2008-05-01'],
])('how far back: %s', (_what, rule, contract, expected) => {
  const all = { years: 7, earliestOn: '2008-05-01', ...rule };
  expect(historyFloor(all, contract, '2027-02-02')).toBe(expected);
});

test('the floor on 29 February is the 28th where there is none', () => {
  const rule = { floor: 'years' as const, years: 7, earliestOn: '2008-05-01' };
  expect(historyFloor(rule, null, '2028-02-29')).toBe('2021-02-28');
});

test.each([
  ['today, at once', '2027-02-02', null, true],
  ['tomorrow, at once', '2027-02-03', null, false],
  ['tomorrow, kept back until then', '2027-02-03', '2027-02-03', true],
  ['the day after its embargo', '2027-02-05', '2027-02-04', false],
  ['tomorrow with an embargo that has passed', '2027-02-03', '2027-01-01', false],
])('dated %s', (_what, issuedOn, until, isAllowed) => {
  expect(checkIssuedOn(issuedOn, until, now, zone).ok).toBe(isAllowed);
});

test('an embargo ends at local midnight, on the day the clock changes too; one that has passed is none', () => {
  expect(visibleFrom('2027-03-29', now, zone)).toBe('2027-03-28T22:00:00.000Z');
  expect(visibleFrom('2027-04-30', now, 'Africa/Cairo')).toBe('2027-04-29T22:00:00.000Z');
  expect(visibleFrom('2027-02-02', now, zone)).toBeNull();
  expect(visibleFrom(null, now, zone)).toBeNull();
});

test('channel: paper only for who does not receive here, and where paper may still be sent', () => {
  expect([
    channelFor(true, false, false),
    channelFor(false, false, false),
    channelFor(false, false, true),
  ]).toEqual(['electronic', 'paper', 'electronic']);
});

const embargo = '2027-02-09T23:00:00.000Z';
test.each([
  ['nobody holds the number', null, {}, null],
  ['the same content', {}, {}, null],
  ['other content', {}, { contentHash: 'b' }, 'number-taken'],
  ['the same, withdrawn since', { withdrawnAt: now }, {}, 'withdrawn'],
  [
    'other content under the number of what was withdrawn',
    { withdrawnAt: now },
    { contentHash: 'b' },
    'withdrawn',
  ],
  ['the same with the same day', { visibleFromAt: embargo }, { visibleFromAt: embargo }, null],
  ['the same after its day has come', { visibleFromAt: now }, {}, null],
  [
    'the same with another day',
    { visibleFromAt: embargo },
    { visibleFromAt: '2027-02-19T23:00:00.000Z' },
    'other-embargo',
  ],
  ['the same at once, of what waits', { visibleFromAt: embargo }, {}, 'other-embargo'],
  ['the same with a day, of what is out', {}, { visibleFromAt: embargo }, 'other-embargo'],
])('published under a number: %s', (_what, holder, by, reason) => {
  const held = holder && { id: 'd', contentHash: 'a', withdrawnAt: null, visibleFromAt: null, ...holder };
  const verdict = checkNumber(held, { contentHash: 'a', visibleFromAt: null, ...by }, now);
  const refused = { reason: `issued-document.${reason ?? ''}`, details: { documentId: 'd' } };
  expect(verdict).toMatchObject(reason === null ? { ok: true } : refused);
});

const waiting = { visibleFromAt: embargo };
test.each([
  ['other content', {}, { contentHash: 'b' }, true],
  ['the same content in the place of what was withdrawn', { withdrawnAt: now }, {}, true],
  ['the same content', {}, {}, false],
  ['the same content with a day, of what is out', {}, waiting, false],
  ['under embargo, the same day', waiting, waiting, false],
  ['under embargo, another day', waiting, { visibleFromAt: '2027-02-19T23:00:00.000Z' }, true],
  ['under embargo, at once', waiting, {}, true],
  ['its embargo has just passed, at once', { visibleFromAt: now }, {}, false],
  ['in quarantine, as it was', { clientCodeId: null }, {}, false],
  ['in quarantine, with a day', { clientCodeId: null }, waiting, true],
])(
  'a correction says something else, or moves the day of what waits (WF-33): %s',
  (_what, before, by, isOne) => {
    const replaced = { ...document, publishedAt: now, id: 'd', contentHash: 'a', ...before };
    const corrected = { contentHash: 'a', visibleFromAt: null, ...by };
    expect(checkCorrection(replaced, corrected, now).ok).toBe(isOne);
  },
);

test.each([
  ['the first day of a year', '2027-01-01', '2038-01-01'],
  ['its last', '2027-12-31', '2038-01-01'],
  ['29 February', '2028-02-29', '2039-01-01'],
])('ten years from 1 January after the year: %s', (_what, issuedOn, expected) => {
  expect(legalEndOn(issuedOn, 10)).toBe(expected);
});

test.each([
  ['shown for seven years: the law is later', { displayYears: 7, legalYears: 10 }, false, '2038-01-01'],
  ['shown longer than the law asks', { displayYears: 12, legalYears: 10 }, false, '2039-06-16'],
  ['shown while received, and received', { displayYears: null, legalYears: 10 }, true, null],
  ['shown while received, and no longer', { displayYears: null, legalYears: 10 }, false, '2038-01-01'],
  ['kept one year', { displayYears: 1, legalYears: 0 }, true, '2028-06-16'],
])('destroyed at the later of both: %s', (_what, kept, isReceived, expected) => {
  expect(destroyOn('2027-06-15', kept, isReceived)).toBe(expected);
});

const freed = { receptionEndedAt: null, holdReleasedAt: null };
test.each([
  ['nobody ever received it', {}, '2038-01-01'],
  ['its reception ended long before', { receptionEndedAt: '2030-06-01T12:00:00.000Z' }, '2038-01-01'],
  [
    'it ended so that the days end with the law',
    { receptionEndedAt: '2037-12-01T22:59:59.999Z' },
    '2038-01-01',
  ],
  ['it ended a millisecond later', { receptionEndedAt: '2037-12-01T23:00:00.000Z' }, '2038-01-02'],
  ['it ended when the years were over', { receptionEndedAt: '2040-03-24T09:00:00.000Z' }, '2040-04-24'],
  ['a hold was released then', { holdReleasedAt: '2040-03-24T09:00:00.000Z' }, '2040-04-24'],
  [
    'both: the later counts',
    { receptionEndedAt: '2040-03-24T09:00:00.000Z', holdReleasedAt: '2040-02-29T09:00:00.000Z' },
    '2040-04-24',
  ],
  ['received again', { receptionEndedAt: '2040-03-24T09:00:00.000Z', isReceived: true }, null],
  ['held again', { holdReleasedAt: '2040-03-24T09:00:00.000Z', isHeld: true }, null],
])('the warning comes before the destruction (X-02, UP-17): %s', (_what, facts, expected) => {
  const document = { issuedOn: '2027-06-15', isHeld: false, isReceived: false, ...freed, ...facts };
  const shown = { displayYears: null, legalYears: 10 };
  expect(destructionOf(document, shown, { warnDays: 30, zone }).on).toBe(expected);
});

test('shown for so many years, the end of a reception moves nothing; the release of a hold does', () => {
  const at = '2040-03-24T09:00:00.000Z';
  const document = { issuedOn: '2027-06-15', isHeld: false, isReceived: false };
  const kept = { displayYears: 7, legalYears: 10 };
  const on = (facts: object) =>
    destructionOf({ ...document, ...freed, ...facts }, kept, { warnDays: 30, zone }).on;
  expect([on({ receptionEndedAt: at }), on({ holdReleasedAt: at })]).toEqual(['2038-01-01', '2040-04-24']);
});

test('the most special class holds, and says only what it says', () => {
  const rule = {
    displayYears: 7,
    legalYears: 10,
    warnDays: 30,
    classes: [
      { kind: 'invoice' as const, channel: 'paper' as const, displayYears: 1 },
      { channel: 'paper' as const, displayYears: 3, legalYears: 5 },
    ],
  };
  expect(retentionOf(rule, { channel: 'paper', kind: 'invoice' })).toEqual({
    displayYears: 1,
    legalYears: 5,
  });
  expect(retentionOf(rule, { channel: 'paper', kind: 'credit-note' })).toEqual({
    displayYears: 3,
    legalYears: 5,
  });
  expect(retentionOf(rule, { channel: 'electronic', kind: 'invoice' })).toEqual({
    displayYears: 7,
    legalYears: 10,
  });
});

test('what a sweep looks among holds every document that is due', () => {
  const day = fc
    .date({ min: new Date('2000-01-01'), max: new Date('2060-12-31'), noInvalidDate: true })
    .map((date) => date.toISOString().slice(0, 10));
  const years = fc.integer({ min: 0, max: 15 });
  const kept = fc.record({ displayYears: fc.option(years), legalYears: years });
  fc.assert(
    fc.property(day, day, kept, (issuedOn, today, of) => {
      const due = destroyOn(issuedOn, of, false);
      if (due !== null && due <= today) expect(issuedOn <= latestIssuedOn(today, of)).toBe(true);
    }),
  );
});
