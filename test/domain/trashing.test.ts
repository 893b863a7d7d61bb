import type { TrashTerms, Trashing } from '../../domain/trashing.ts';
import { advancePurge, checkMove, checkPurge, checkRestore, followHold } from '../../domain/trashing.ts';
import { isPurgeDue, messageSecondsOf, purgeRule } from '../../domain/trashing.ts';
import { checkConfirmation, confirmationEndsAt, trashingStateAt } from '../../domain/trashing.ts';
import { planForTrashing, purgeDueAt, restore } from '../../domain/trashing.ts';

const terms: TrashTerms = {
  version: 3,
  zone: 'Europe/Brussels',
  days: 30,
  holdMinimumDays: 7,
  messageSeconds: 60,
};
/** Tue 2 Feb 2027, 15:00 in Brussels: day 30 is 4 March. */
const trashedAt = '2027-02-02T14:00:00.000Z';
const purgeAt = '2027-03-04T23:00:00.000Z';
const noon = (day: string): string => `${day}T11:00:00.000Z`;

function trashing(facts: Partial<Trashing> = {}): Trashing {
  const base = {
    id: 'trashing-1',
    brand: 'demo',
    companyId: 'company-1',
    documentId: 'document-1',
    terms,
    version: 1,
  };
  const clock = { trashedAt, purgeAt: purgeDueAt(facts.trashedAt ?? trashedAt, facts.terms ?? terms) };
  return {
    ...base,
    ...clock,
    purgeCause: 'days',
    restoresTo: 'inbox',
    heldSince: null,
    purgingSince: null,
    closed: null,
    ...facts,
  };
}

test.each([
  ['the day of trashing is day 0', trashedAt, terms, purgeAt],
  ['the last minute of that day counts as much', '2027-02-02T22:59:00.000Z', terms, purgeAt],
  ['over the night to summer time', '2027-03-10T09:00:00.000Z', terms, '2027-04-09T22:00:00.000Z'],
  ['over the night to winter time', '2027-10-10T09:00:00.000Z', terms, '2027-11-09T23:00:00.000Z'],
  ['over 29 February', '2028-02-01T09:00:00.000Z', terms, '2028-03-02T23:00:00.000Z'],
  ['over the end of the year', '2027-12-15T09:00:00.000Z', terms, '2028-01-14T23:00:00.000Z'],
  [
    'to a midnight that does not exist',
    '2027-03-30T09:00:00.000Z',
    { ...terms, zone: 'Africa/Cairo' },
    '2027-04-29T22:00:00.000Z',
  ],
  ['by the days of the policy', trashedAt, { ...terms, days: 10 }, '2027-02-12T23:00:00.000Z'],
])('gone for ever: %s', (_case, at, policy, expected) => {
  expect(purgeDueAt(at, policy)).toBe(expected);
});

test('the plan shows the purge and that it can be prevented until then; due exactly at that instant', () => {
  expect(planForTrashing(trashing())).toEqual({
    kind: 'purge-scan',
    at: purgeAt,
    rule: 'PP-14',
    preventableUntil: purgeAt,
  });
  expect(isPurgeDue(trashing(), '2027-03-04T22:59:59.999Z')).toBe(false);
  expect(isPurgeDue(trashing(), purgeAt)).toBe(true);
});

test('restored on day 29: no purge any more; trashed again, a new count of 30 days', () => {
  const restored = restore(trashing(), noon('2027-03-03'));
  expect(restored).toMatchObject({
    version: 2,
    closed: { outcome: 'restored', at: noon('2027-03-03') },
    restoresTo: 'inbox',
  });
  expect(planForTrashing(restored)).toBeNull();
  expect(isPurgeDue(restored, '2027-12-31T00:00:00.000Z')).toBe(false);
  expect(trashing({ trashedAt: noon('2027-03-03') }).purgeAt).toBe('2027-04-02T22:00:00.000Z');
});

const purged = { outcome: 'purged', at: purgeAt } as const;
const wasRestored = { outcome: 'restored', at: noon('2027-02-10') } as const;

test.each([
  ['in the trash', trashing(), null, null],
  [
    'on hold: restored, but not purged',
    trashing({ heldSince: noon('2027-02-10') }),
    null,
    'trashing.on-hold',
  ],
  ['its purge has begun', trashing({ purgingSince: purgeAt }), 'trashing.purged', 'trashing.purged'],
  ['purged', trashing({ closed: purged, purgingSince: purgeAt }), 'trashing.purged', 'trashing.purged'],
  ['restored already', trashing({ closed: wasRestored }), 'trashing.restored', 'trashing.restored'],
])('restore and purge now: %s', (_case, item, restoring, purging) => {
  const refusal = (reason: string | null) =>
    reason === null ? { ok: true } : { ok: false, kind: 'state', reason };
  expect(checkRestore(item)).toMatchObject(refusal(restoring));
  expect(checkPurge(item)).toMatchObject(refusal(purging));
});

test('purge now makes it due at once, waits for no message, and is the rule from then on', () => {
  const now = noon('2027-02-10');
  const advanced = advancePurge(trashing(), now);
  expect(isPurgeDue(advanced, now)).toBe(true);
  expect([messageSecondsOf(trashing()), messageSecondsOf(advanced)]).toEqual([60, 0]);
  expect(purgeRule(trashing())).toBe('PP-14: 30 calendar days, Europe/Brussels, policy 3');
  expect(purgeRule(advanced)).toBe('at once: confirmed by the same user, policy 3');
});

test('a hold that moved the purge is the rule behind it', () => {
  const held = followHold(
    advancePurge(trashing(), noon('2027-02-10')),
    noon('2027-02-10'),
    noon('2027-02-10'),
  );
  const released = followHold(held, null, noon('2027-02-20'));
  expect(purgeRule(released)).toBe(
    'after a hold: the days that were left, at least 7, Europe/Brussels, policy 3',
  );
  expect(messageSecondsOf(released)).toBe(60);
});

test('trashed during a hold: what was left is counted from the trashing on', () => {
  const heldSince = noon('2027-01-05');
  const held = trashing({ heldSince });
  const expected = { purgeAt: '2027-03-14T23:00:00.000Z' };
  expect(followHold(held, null, noon('2027-02-12'))).toMatchObject(expected);
  expect(followHold({ ...held, heldSince: trashedAt }, null, noon('2027-02-12'))).toMatchObject(expected);
  expect(followHold(trashing(), heldSince, noon('2027-02-12')).heldSince).toBe(trashedAt);
});

test.each([
  ['inbox', null],
  ['archive', null],
  ['trash', 'document.in-trash'],
  ['destroyed', 'document.purged'],
] as const)('archived or trashed from %s: %s', (location, reason) => {
  expect(checkMove(location)).toMatchObject(reason === null ? { ok: true } : { kind: 'state', reason });
});

test.each([
  ['over the due day: at least seven days remain', '2027-03-01', '2027-03-20', '2027-03-27T23:00:00.000Z'],
  ['early: the remaining days run on', '2027-02-10', '2027-02-20', '2027-03-14T23:00:00.000Z'],
  ['on the last day', '2027-03-04', '2027-03-04', '2027-03-11T23:00:00.000Z'],
])('a hold %s', (_case, from, to, expected) => {
  const held = followHold(trashing(), noon(from), noon(from));
  expect(planForTrashing(held)).toBeNull();
  expect(isPurgeDue(held, '2028-01-01T00:00:00.000Z')).toBe(false);
  expect(followHold(held, null, noon(to))).toMatchObject({ heldSince: null, purgeAt: expected, version: 3 });
});

test.each([
  ['the hold it follows already', trashing({ heldSince: noon('2027-02-10') }), noon('2027-02-10')],
  ['a hold that began before the one it follows', trashing({ heldSince: trashedAt }), noon('2027-01-05')],
  ['no hold before and none now', trashing(), null],
  ['a hold after the purge has begun', trashing({ purgingSince: purgeAt }), noon('2027-03-05')],
  ['a hold after it was restored', trashing({ closed: wasRestored }), noon('2027-03-05')],
])('nothing changes: %s', (_case, item, heldSince) => {
  expect(followHold(item, heldSince, noon('2027-03-05'))).toBe(item);
});

test('a second confirmation counts for the minutes of the policy, the last instant included', () => {
  const endsAt = confirmationEndsAt(trashedAt, 10);
  expect(endsAt).toBe('2027-02-02T14:10:00.000Z');
  expect(checkConfirmation(endsAt, endsAt)).toEqual({ ok: true });
  expect(checkConfirmation(endsAt, '2027-02-02T14:10:00.001Z')).toMatchObject({
    kind: 'state',
    reason: 'trashing.confirmation-expired',
  });
  expect(checkConfirmation(null, trashedAt)).toMatchObject({
    kind: 'value',
    reason: 'trashing.confirmation-wrong',
  });
});

test.each([
  ['before its day', trashing(), 'in-trash'],
  ['asked to go at once', trashing({ purgeAt: noon('2027-02-10') }), 'purging'],
  ['its purge has begun', trashing({ purgingSince: noon('2027-02-10') }), 'purging'],
  ['on hold, its day past', trashing({ heldSince: trashedAt, purgeAt: trashedAt }), 'on-hold'],
  ['gone', trashing({ closed: purged, purgingSince: purgeAt }), 'purged'],
  ['back where it was', trashing({ closed: wasRestored }), 'restored'],
])('how it stands: %s', (_case, item, state) => {
  expect(trashingStateAt(item, noon('2027-02-10'))).toBe(state);
});
