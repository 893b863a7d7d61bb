import { isDeepStrictEqual } from 'node:util';
import { dayOf } from '../../domain/calendar.ts';
import type { ObjectStore } from '../../platform/object-store.ts';
import { giveForwardingAddress } from '../support/house.ts';
import { belgianSite, fourteenDays } from '../support/mail-items.ts';
import type { Teller } from '../support/stories.ts';
import { openTeller, publish, receive } from '../support/stories.ts';

const noStore = {} as ObjectStore;
// Easter Monday, Ascension and Whit Monday of 2032
const site = { ...belgianSite, closedDays: ['2032-03-29', '2032-05-06', '2032-05-17'] };
const standard = { manner: 'standard' } as const;
let teller: Teller;

// every story has a server of its own: the clock of one must not jump for the timers of another
beforeEach(async () => {
  teller = await openTeller(noStore);
});
afterEach(() => teller.close());

const letterAt = async (at: string, box: object = {}) =>
  publish(teller, await teller.house({ policy: fourteenDays, site, box: { ...box } }), at);

const unstarted = async (at: string) =>
  receive(teller, await teller.house({ policy: fourteenDays, site }), at);

test('decided on day 3: forwarded the same day, never a cent of storage', async () => {
  const letter = await letterAt('2032-02-03T14:00:00.000Z');
  expect((await letter.plan())?.at).toBe('2032-02-14T23:00:00.000Z');
  await teller.until('2032-02-06T09:00:00.000Z');
  const decided = await letter.decide({ kind: 'forward-now', ...standard });
  expect(decided.decision?.changeableUntil).toBe('2032-02-06T14:00:00.000Z');
  await teller.until('2032-02-06T14:02:00.000Z');
  await letter.command('beginTask', {});
  await letter.command('completeTask', { happenedAt: '2032-02-06T14:00:01.000Z', outcome: null });
  expect(await letter.result()).toBe('forwarded');
  expect(await letter.charges()).toEqual([{ key: 'forwarding', at: expect.any(String), cents: 282 }]);
  expect(await letter.events()).toEqual([
    'mail-item.received',
    'mail-item.decided',
    'mail-item.forwarding-released',
    'mail-item.task-begun',
    'mail-item.task-completed',
  ]);
  expect(await letter.told()).toEqual(['arrived', 'left']);
});

test('never decided: each act happens as the plan before it said, until the cap and a review', async () => {
  const letter = await letterAt('2032-02-03T14:00:00.000Z');
  const announced: string[] = [];
  for (let plan = await letter.plan(); plan !== null; plan = await letter.plan()) {
    announced.push(`${plan.kind} ${plan.at}`);
    await teller.until(plan.at);
    while (isDeepStrictEqual(await letter.plan(), plan)) await teller.env.sleep('1 second');
  }
  expect(announced).toHaveLength(2 + 12 + 1);
  expect(announced.at(0)).toBe('remind 2032-02-14T23:00:00.000Z');
  expect(announced.at(2)).toBe('charge-storage 2032-02-17T23:00:00.000Z');
  expect(announced.at(-1)).toBe('end-storage 2032-05-11T22:00:00.000Z');
  const charges = await letter.charges();
  expect(charges.map(({ key, at }) => `${key} ${dayOf(at, 'Europe/Brussels')}`)).toEqual(
    [
      ['02-18', '02-25', '03-03', '03-10', '03-17', '03-24', '03-31'],
      ['04-07', '04-14', '04-21', '04-28', '05-05'],
    ]
      .flat()
      .map((day, index) => `storage/${String(index + 1)} 2032-${day}`),
  );
  expect(charges.every(({ cents }) => cents === 50)).toBe(true);
  expect((await letter.state()).task).toEqual({ kind: 'review', dueOn: '2032-05-12', state: 'planned' });
  expect(await letter.told()).toEqual([
    'arrived',
    'reminder',
    'reminder',
    'storage-started',
    'storage-ended',
  ]);
});

test('decided late: the charged period stays, no further one is charged', async () => {
  const letter = await letterAt('2032-02-03T14:00:00.000Z');
  await teller.until('2032-02-20T09:00:00.000Z');
  await letter.decide({ kind: 'destroy' });
  await teller.until('2032-03-20T09:00:00.000Z');
  expect((await letter.charges()).map(({ key }) => key)).toEqual(['storage/1']);
  expect((await letter.plan())?.kind).toBeUndefined();
});

test('forward on a date over the change of the clock, on a holiday: the next working day, storage until the day asked', async () => {
  const letter = await letterAt('2032-03-01T14:00:00.000Z');
  const decided = await letter.decide({ kind: 'forward-on-date', on: '2032-03-28', ...standard });
  expect(decided.decision?.plannedOn).toBe('2032-03-30');
  expect(decided.decision?.changeableUntil).toBe('2032-03-30T13:00:00.000Z');
  await teller.until('2032-03-30T13:02:00.000Z');
  expect((await letter.charges()).map(({ key }) => key)).toEqual(['storage/1', 'storage/2']);
  expect((await letter.state()).decision?.releasedAt).not.toBeNull();
});

test('a change of mind: keep, then forward, then pick up', async () => {
  const letter = await letterAt('2032-02-03T14:00:00.000Z');
  await letter.decide({ kind: 'keep', until: '2032-03-10' });
  await teller.until('2032-02-19T09:00:00.000Z');
  await letter.decide({ kind: 'forward-now', ...standard });
  await letter.decide({ kind: 'pick-up' });
  await expect(letter.command('decide', { asked: { kind: 'destroy' }, version: 1 })).rejects.toMatchObject({
    cause: { message: 'mail-item.version-stale' },
  });
  await teller.until('2032-03-05T22:59:59.000Z');
  expect((await letter.charges()).map(({ key }) => key)).toEqual(['storage/1']);
});

describe('a decision in the same task as the deadline', () => {
  test.each([
    { at: '2032-02-17T23:00:00.000Z', says: 'received at the due instant: it wins', charged: [] },
    {
      at: '2032-02-17T23:00:00.500Z',
      says: 'received half a second later: one period',
      charged: ['storage/1'],
    },
  ])('$says', async ({ at, charged }) => {
    const letter = await unstarted('2032-02-03T14:00:00.000Z');
    await teller.until('2032-02-17T23:02:00.000Z');
    const decided = await letter.wakeByDecision({ kind: 'forward-now', ...standard }, at);
    expect(decided.decision?.receivedAt).toBe(at);
    await teller.until('2032-03-10T09:00:00.000Z');
    expect((await letter.charges()).map(({ key }) => key)).toEqual(charged);
  });
});

test('a decision received before the due instant that arrives half a minute after it: in time, nothing is charged', async () => {
  const policy = { ...fourteenDays, messageSeconds: 60 };
  const letter = await publish(teller, await teller.house({ policy, site }), '2032-02-03T14:00:00.000Z');
  await teller.until('2032-02-17T23:00:30.000Z');
  const decided = await letter.decide({ kind: 'forward-now', ...standard }, '2032-02-17T22:59:59.900Z');
  expect(decided.decision?.receivedAt).toBe('2032-02-17T22:59:59.900Z');
  const other = await publish(teller, await teller.house({ policy, site }), '2032-02-18T09:00:00.000Z');
  await teller.until('2032-03-03T23:03:00.000Z');
  expect(await letter.charges()).toEqual([]);
  expect(await other.charges()).toEqual([{ key: 'storage/1', at: '2032-03-03T23:00:00.000Z', cents: 50 }]);
});

describe('the engine was away over the due day: 24 hours for the customer', () => {
  const lateLetter = async () => {
    const letter = await unstarted('2032-02-03T14:00:00.000Z');
    await teller.until('2032-02-19T09:00:00.000Z');
    await letter.start();
    await teller.env.sleep('10 seconds');
    expect((await letter.state()).lateGrace?.from).toBe('2032-02-17T23:00:00.000Z');
    expect(await letter.events()).toContain('mail-item.storage-late');
    return letter;
  };

  test('a decision inside counts from the start of the period: nothing is charged', async () => {
    const letter = await lateLetter();
    const decided = await letter.decide({ kind: 'forward-now', ...standard });
    expect(decided.decision?.receivedAt).toBe('2032-02-17T23:00:00.000Z');
    await teller.until('2032-03-10T09:00:00.000Z');
    expect(await letter.charges()).toEqual([]);
    expect(await letter.told()).toContain('late-grace');
  });

  test('none: charged as if on time', async () => {
    const letter = await lateLetter();
    await teller.until('2032-02-20T10:00:00.000Z');
    expect(await letter.charges()).toEqual([{ key: 'storage/1', at: '2032-02-17T23:00:00.000Z', cents: 50 }]);
  });

  test('a decision that is the first wake-up counts from the start of the period too', async () => {
    const letter = await unstarted('2032-02-03T14:00:00.000Z');
    await teller.until('2032-02-19T09:00:00.000Z');
    await letter.wakeByDecision({ kind: 'forward-now', ...standard }, '2032-02-19T09:00:00.000Z');
    await teller.until('2032-03-10T09:00:00.000Z');
    expect(await letter.charges()).toEqual([]);
  });
});

test('the site fails: the customer is asked, a week is free, he decides again and the site succeeds', async () => {
  const letter = await letterAt('2032-02-03T14:00:00.000Z');
  await letter.decide({ kind: 'forward-now', ...standard });
  await teller.until('2032-02-04T15:00:00.000Z');
  await letter.command('beginTask', {});
  const failed = await letter.command('failTask', { reason: 'carrier-refused' });
  expect(failed).toMatchObject({ decision: null, freeUntil: '2032-02-11T23:00:00.000Z' });
  await letter.decide({ kind: 'forward-now', ...standard });
  await teller.until('2032-02-05T15:00:00.000Z');
  await letter.command('beginTask', {});
  await letter.command('completeTask', { happenedAt: await teller.now(), outcome: null });
  expect(await letter.result()).toBe('forwarded');
  expect((await letter.charges()).map(({ key }) => key)).toEqual(['forwarding']);
  expect(await letter.told()).toEqual(['arrived', 'forwarding-failed', 'left']);
});

test('no address on the day: held and asked; with one, a new decision leaves', async () => {
  const house = await teller.house({ policy: fourteenDays, site, hasAddress: false });
  const letter = await publish(teller, house, '2032-02-03T14:00:00.000Z');
  await letter.decide({ kind: 'forward-now', ...standard });
  await teller.until('2032-02-04T15:00:00.000Z');
  expect(await letter.events()).toContain('mail-item.forwarding-failed');
  await giveForwardingAddress(teller.knex, house.postboxId);
  await letter.decide({ kind: 'forward-now', ...standard });
  await teller.until('2032-02-05T15:00:00.000Z');
  await letter.command('beginTask', {});
  expect((await letter.state()).task?.state).toBe('begun');
});

test('a hold over the due day: the clock stands still, afterwards at least seven days remain', async () => {
  const letter = await letterAt('2032-02-03T14:00:00.000Z');
  await teller.until('2032-02-16T09:00:00.000Z');
  await letter.command('hold', {});
  await teller.until('2032-03-01T09:00:00.000Z');
  expect(await letter.charges()).toEqual([]);
  const released = await letter.command('release', {});
  expect(released.dueAt).toBe('2032-03-08T23:00:00.000Z');
  const row = await teller.knex('mail_items').where({ id: letter.id }).first('due_rule');
  expect(row.due_rule).toBe('after a hold: the days that were left, at least 7, Europe/Brussels, policy 3');
  await teller.until('2032-03-08T23:02:00.000Z');
  expect((await letter.charges()).map(({ key, at }) => `${key} ${at}`)).toEqual([
    'storage/1 2032-03-08T23:00:00.000Z',
  ]);
});

test('an address changed without the life hearing of it: told at the cut-off, and the offered price is void', async () => {
  const house = await teller.house({ policy: fourteenDays, site });
  const letter = await publish(teller, house, '2032-02-03T14:00:00.000Z', { weightGrams: 900 });
  await letter.decide({ kind: 'forward-now', ...standard });
  await letter.command('offerQuote', { cents: 1500 });
  await letter.command('acceptQuote', { version: (await letter.state()).version });
  await teller
    .knex('postbox_addresses')
    .where({ postbox_id: house.postboxId })
    .update({ country: 'FR', version: 2, changed_at: new Date('2032-02-04T09:00:00.000Z') });
  await teller.until('2032-02-04T15:00:00.000Z');
  expect(await letter.told()).toEqual(['arrived', 'quote-offered', 'address-changed']);
  expect((await letter.state()).quote).toBeNull();
  await expect(letter.command('beginTask', {})).rejects.toMatchObject({
    cause: { message: 'task.quote-not-accepted' },
  });
});

test('storage that is free: its periods pass, nothing is posted', async () => {
  const free = { ...fourteenDays, storage: { ...fourteenDays.storage, periodCents: 0 } };
  const letter = await publish(
    teller,
    await teller.house({ policy: free, site }),
    '2032-02-03T14:00:00.000Z',
  );
  await teller.until('2032-02-25T09:00:00.000Z');
  expect(await letter.charges()).toEqual([]);
  expect(await letter.state()).toMatchObject({ nextPeriod: 3, costCents: 0 });
});

test.each([
  { kind: 'pick-up' as const, key: 'pick-up', account: 'revenue-pick-up', cents: 75 },
  { kind: 'destroy' as const, key: 'destruction', account: 'revenue-destruction', cents: 40 },
])('a fee for $kind is booked as what it is for', async ({ kind, key, account, cents }) => {
  const policy = { ...fourteenDays, handlingCents: { forward: 150, pickUp: 75, destroy: 40 } };
  const letter = await publish(teller, await teller.house({ policy, site }), '2032-02-03T14:00:00.000Z');
  await letter.decide({ kind });
  await teller.until('2032-02-06T09:00:00.000Z');
  await letter.command('beginTask', {});
  await letter.command('completeTask', { happenedAt: await teller.now(), outcome: null });
  await letter.result();
  expect(await letter.charges()).toEqual([{ key, at: expect.any(String), cents }]);
  const revenue = await teller.knex('ledger_accounts').where({ kind: account }).first('id');
  expect(await teller.knex('ledger_entries').where({ account_id: revenue.id }).pluck('amount_cents')).toEqual(
    [-cents],
  );
});
