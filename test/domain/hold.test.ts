import { checkDecision } from '../../domain/decision.ts';
import { checkHold, checkRelease, checkScanHold, checkScanRelease } from '../../domain/hold.ts';
import { hold, markScanHold, release } from '../../domain/hold.ts';
import type { MailItem } from '../../domain/mail-item.ts';
import { stageFor } from '../../domain/mail-item.ts';
import { planFor } from '../../domain/plan.ts';
import { checkBegin, checkComplete, checkFail } from '../../domain/site-task.ts';
import { storageEndsAt } from '../../domain/storage.ts';
import { begun, decided, destroy, forwardNow, forwardOn, keepUntil } from '../support/mail-items.ts';
import { livedUntil, mailItem, pickUp } from '../support/mail-items.ts';

const noon = (day: string): string => `${day}T11:00:00.000Z`;

/** The item lived on time until noon of a day, was held then, and released at noon of another. */
function heldFrom(item: MailItem, from: string, to: string): MailItem {
  const held = hold(livedUntil(item, noon(from)), noon(from)).item;
  return release(held, noon(to)).item;
}

const chargesOf = (item: MailItem): string[] =>
  planFor(item)
    .filter(({ kind }) => kind === 'charge-storage')
    .map(({ at }) => at);

test.each([
  ['eleven days remained: they run on', '2027-02-05', '2027-02-08', '2027-02-19T23:00:00.000Z'],
  ['one day remained: seven', '2027-02-15', '2027-03-01', '2027-03-08T23:00:00.000Z'],
  ['four remained, released the same day: seven', '2027-02-12', '2027-02-12', '2027-02-19T23:00:00.000Z'],
  ['seven remained', '2027-02-09', '2027-02-10', '2027-02-17T23:00:00.000Z'],
  ['over the night to summer time', '2027-02-03', '2027-03-20', '2027-04-02T22:00:00.000Z'],
])('held before the due instant: %s', (_case, from, to, dueAt) => {
  const item = heldFrom(mailItem(), from, to);
  expect(item.dueAt).toBe(dueAt);
  expect(chargesOf(item)).toHaveLength(12);
  expect(chargesOf(item)[0]).toBe(dueAt);
});

test('held in the second period: it keeps its place, the third starts after seven days, the end of storage moves too', () => {
  const item = heldFrom(mailItem(), '2027-02-26', '2027-03-10');
  expect(item.costCents).toBe(100);
  expect(chargesOf(item)).toHaveLength(10);
  expect(chargesOf(item).slice(0, 2)).toEqual(['2027-03-17T23:00:00.000Z', '2027-03-24T23:00:00.000Z']);
  expect(storageEndsAt(item)).toBe('2027-05-26T22:00:00.000Z');
  expect(livedUntil(item, '2028-01-01T00:00:00.000Z').costCents).toBe(600);
});

test('held in the last period: what was paid for runs on', () => {
  const item = heldFrom(mailItem(), '2027-05-08', '2027-05-20');
  expect(planFor(item)).toMatchObject([{ kind: 'end-storage', at: '2027-05-27T22:00:00.000Z' }]);
});

test('held when storage had ended: nothing starts again', () => {
  const item = heldFrom(mailItem(), '2027-05-20', '2027-06-20');
  expect(item).toMatchObject({ dueAt: '2027-02-16T23:00:00.000Z', costCents: 600, task: { kind: 'review' } });
  expect(planFor(item)).toEqual([]);
});

test('held exactly when a period starts: it is not charged', () => {
  const held = hold(mailItem(), '2027-02-16T23:00:00.000Z');
  expect(held.charges).toEqual([]);
  expect(chargesOf(release(held.item, noon('2027-02-18')).item)[0]).toBe('2027-02-25T23:00:00.000Z');
});

test('held twice: every period is charged once', () => {
  const item = heldFrom(heldFrom(mailItem(), '2027-02-20', '2027-02-25'), '2027-03-10', '2027-04-01');
  expect(livedUntil(item, '2028-01-01T00:00:00.000Z')).toMatchObject({ costCents: 600, chargedPeriods: 12 });
});

const later = '2027-02-03T09:00:00.000Z';
const onHold = hold(decided(forwardNow, later), later).item;

test('while a hold is on it nothing happens and nothing can be done', () => {
  const refusal = { ok: false, kind: 'state', reason: 'mail-item.on-hold', details: {} };
  expect(planFor(onHold)).toEqual([]);
  expect(stageFor(onHold)).toBe('on-hold');
  expect(checkDecision(onHold, destroy, onHold.version, later)).toEqual(refusal);
  expect(checkBegin(onHold, later)).toEqual(refusal);
  expect(checkComplete(onHold, later, null, later)).toEqual(refusal);
  expect(checkFail(onHold)).toEqual(refusal);
  expect(checkHold(onHold)).toEqual(refusal);
});

test('only a hold that is there can be released, and only while the paper is', () => {
  const closed = { outcome: 'destroyed', at: later } as const;
  expect(checkRelease(onHold)).toEqual({ ok: true });
  expect(checkRelease(mailItem())).toMatchObject({ reason: 'mail-item.not-on-hold' });
  expect(checkRelease({ ...onHold, closed })).toMatchObject({ reason: 'mail-item.closed' });
  expect(() => release(mailItem(), later)).toThrow('not on hold');
});

test.each([
  [
    'a forwarding day that passed: the next run',
    forwardOn('2027-02-10'),
    '2027-02-09',
    '2027-02-15',
    '2027-02-15',
    '2027-02-15T14:00:00.000Z',
  ],
  [
    'a forwarding day still to come stays',
    forwardOn('2027-02-25'),
    '2027-02-09',
    '2027-02-15',
    '2027-02-25',
    '2027-02-25T14:00:00.000Z',
  ],
  [
    'released on a Saturday: Monday',
    forwardNow,
    '2027-02-03',
    '2027-02-06',
    '2027-02-08',
    '2027-02-08T14:00:00.000Z',
  ],
  [
    'destruction: at least seven days to change one’s mind',
    destroy,
    '2027-02-03',
    '2027-02-20',
    '2027-03-01',
    '2027-02-27T23:00:00.000Z',
  ],
  [
    'destruction whose time had passed before: stays',
    destroy,
    '2027-02-08',
    '2027-02-20',
    '2027-02-05',
    '2027-02-04T23:00:00.000Z',
  ],
])('what was decided goes on after a hold: %s', (_case, asked, from, to, plannedOn, changeableUntil) => {
  const item = heldFrom(decided(asked, later), from, to);
  expect(item.decision).toMatchObject({ plannedOn, changeableUntil });
  expect(item.task).toMatchObject({ dueOn: plannedOn, state: 'planned' });
});

test('a forwarding released to the site before the hold: the address is looked at again', () => {
  const released = livedUntil(decided(forwardNow, later), '2027-02-03T15:00:00.000Z');
  const item = release(hold(released, '2027-02-03T15:00:00.000Z').item, '2027-02-03T16:00:00.000Z').item;
  expect(item.decision).toMatchObject({ plannedOn: '2027-02-04', releasedAt: null });
});

test('the collection window of a pick-up runs on', () => {
  const item = heldFrom(decided(pickUp, '2027-02-10T09:00:00.000Z'), '2027-02-15', '2027-03-01');
  expect(item.decision?.collectBy).toBe('2027-03-10T23:00:00.000Z');
});

test('free days after a failure run on', () => {
  const item = heldFrom(mailItem({ freeUntil: '2027-02-11T23:00:00.000Z' }), '2027-02-09', '2027-02-20');
  expect(item.freeUntil).toBe('2027-02-27T23:00:00.000Z');
});

test('a keep that ended meanwhile ends on release, and a week is left before the next charge', () => {
  const item = heldFrom(decided(keepUntil('2027-02-20'), later), '2027-02-18', '2027-03-01');
  expect(planFor(item)[0]).toMatchObject({ kind: 'end-keep' });
  expect(chargesOf(item)[0]).toBe('2027-03-08T23:00:00.000Z');
});

test('a task that the site has begun stays begun', () => {
  const inHand = begun(decided(forwardNow, later), '2027-02-03T15:00:00.000Z');
  expect(heldFrom(inHand, '2027-02-04', '2027-02-20').task).toEqual(inHand.task);
});

const gone = mailItem({ closed: { outcome: 'forwarded', at: later }, chargedPeriods: 2, costCents: 382 });

test.each([
  ['its scan is there', gone, true, null],
  ['its scan has gone too', gone, false, 'mail-item.closed'],
  ['it is held already', { ...gone, heldSince: later }, true, 'mail-item.on-hold'],
])('once the paper has left a hold can be put on the scan: %s', (_case, item, isThere, reason) => {
  expect(checkScanHold(item, isThere)).toMatchObject(
    reason === null ? { ok: true } : { kind: 'state', reason },
  );
  expect(checkScanRelease(item)).toMatchObject(
    item.heldSince ? { ok: true } : { reason: 'mail-item.not-on-hold' },
  );
});

test('such a hold is a mark and no more: no storage, no task, no mail', () => {
  const held = markScanHold(gone, noon('2027-03-01'));
  expect(held).toMatchObject({ charges: [], feeCents: null, event: { kind: 'held' } });
  expect(held.item).toEqual({ ...gone, version: gone.version + 1, heldSince: noon('2027-03-01') });
  expect(stageFor(held.item)).toBe('forwarded');
  const released = markScanHold(held.item, null);
  expect(released).toMatchObject({ charges: [], event: { kind: 'released' } });
  expect(released.item).toEqual({ ...gone, version: gone.version + 2 });
});
