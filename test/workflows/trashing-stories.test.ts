import type { ObjectStore } from '../../platform/object-store.ts';
import { belgianSite, fourteenDays } from '../support/mail-items.ts';
import type { Letter, Teller } from '../support/stories.ts';
import { openTeller, publish, trash } from '../support/stories.ts';

const removed: string[] = [];
const store = {
  remove: (id: string) => {
    removed.push(id);
    return Promise.resolve();
  },
} as unknown as ObjectStore;
let teller: Teller;

beforeEach(async () => {
  removed.length = 0;
  teller = await openTeller(store);
});
afterEach(() => teller.close());

const letterAt = async (at: string) =>
  publish(teller, await teller.house({ policy: fourteenDays, site: belgianSite }), at);
const documentOf = (letter: Letter) => teller.knex('documents').where({ mail_item_id: letter.id }).first();

test('trashed, restored on day 29, trashed again: gone 30 days after the second time, with a destruction record', async () => {
  const letter = await letterAt('2032-02-03T14:00:00.000Z');
  const first = await trash(teller, letter, '2032-02-04T09:00:00.000Z');
  expect(first.purgeAt).toBe('2032-03-05T23:00:00.000Z');
  await teller.until('2032-03-04T09:00:00.000Z');
  expect((await first.command('restore')).closed?.outcome).toBe('restored');
  expect(await documentOf(letter)).toMatchObject({ location: 'inbox' });

  const second = await trash(teller, letter, '2032-03-04T10:00:00.000Z');
  await teller.until('2032-04-02T21:00:00.000Z');
  expect(removed).toEqual([]);
  await teller.until('2032-04-03T22:02:00.000Z');
  expect(await second.result()).toBe('purged');

  const document = await documentOf(letter);
  expect(document).toMatchObject({ location: 'destroyed' });
  expect(removed).toEqual([document.blob_id]);
  const blob = await teller.knex('blobs').where({ id: document.blob_id }).first();
  expect(blob.wrapped_key).toBeNull();
  expect(blob.destroyed_at).not.toBeNull();
  const record = await teller
    .knex('events')
    .where({ kind: 'document.purged', subject_id: document.id })
    .first();
  expect(JSON.parse(record.body)).toMatchObject({
    sha256: blob.sha256,
    rule: 'PP-14: 30 calendar days, Europe/Brussels, policy 3',
  });
  await expect(second.command('restore')).rejects.toThrow();
});

test('on hold over the day of the purge: nothing is destroyed; afterwards at least seven days remain', async () => {
  const letter = await letterAt('2032-02-03T14:00:00.000Z');
  const trashing = await trash(teller, letter, '2032-02-04T09:00:00.000Z');
  await teller.until('2032-03-03T09:00:00.000Z');
  await letter.command('hold', {});
  await trashing.poke();
  await teller.until('2032-03-20T09:00:00.000Z');
  expect(removed).toEqual([]);
  await expect(trashing.command('purgeNow')).rejects.toMatchObject({
    cause: { message: 'trashing.on-hold' },
  });
  await letter.command('release', {});
  await trashing.poke();
  await teller.until('2032-03-27T22:59:00.000Z');
  expect(removed).toEqual([]);
  await teller.until('2032-03-27T23:02:00.000Z');
  expect(await trashing.result()).toBe('purged');
});

test('a hold that the life has not heard of yet still stops the purge', async () => {
  const letter = await letterAt('2032-02-03T14:00:00.000Z');
  const trashing = await trash(teller, letter, '2032-02-04T09:00:00.000Z');
  await teller.until('2032-03-03T09:00:00.000Z');
  await letter.command('hold', {});
  await teller.until('2032-03-20T09:00:00.000Z');
  expect(removed).toEqual([]);
  expect((await trashing.state()).heldSince).not.toBeNull();
});

test('a restore received at the instant of the purge that arrives half a minute after it: it wins', async () => {
  const policy = { ...fourteenDays, messageSeconds: 60 };
  const letter = await publish(
    teller,
    await teller.house({ policy, site: belgianSite }),
    '2032-02-03T14:00:00.000Z',
  );
  const trashing = await trash(teller, letter, '2032-02-04T09:00:00.000Z');
  await teller.until('2032-03-05T23:00:30.000Z');
  expect((await trashing.command('restore', trashing.purgeAt)).closed?.outcome).toBe('restored');
  expect(await trashing.result()).toBe('restored');
  const again = await trash(teller, letter, '2032-03-06T09:00:00.000Z');
  await teller.until('2032-04-05T22:03:00.000Z');
  expect(await again.result()).toBe('purged');
});

test('trashed while a hold is on: the hold counts from the trashing, and its end is the rule of the purge', async () => {
  const letter = await letterAt('2032-02-03T14:00:00.000Z');
  await letter.command('hold', {});
  const trashing = await trash(teller, letter, '2032-02-20T09:00:00.000Z');
  expect((await trashing.state()).heldSince).toBe('2032-02-20T09:00:00.000Z');
  await teller.until('2032-02-25T09:00:00.000Z');
  await letter.command('release', {});
  await trashing.poke();
  await teller.until('2032-02-25T09:02:00.000Z');
  expect(await trashing.state()).toMatchObject({ heldSince: null, purgeAt: '2032-03-26T23:00:00.000Z' });
  const row = await teller.knex('trashings').first('purge_rule');
  expect(row.purge_rule).toBe('after a hold: the days that were left, at least 7, Europe/Brussels, policy 3');
});

test('purge now: gone at once, whatever the paper does', async () => {
  const letter = await letterAt('2032-02-03T14:00:00.000Z');
  const trashing = await trash(teller, letter, '2032-02-04T09:00:00.000Z');
  await trashing.command('purgeNow');
  expect(await trashing.result()).toBe('purged');
  expect((await letter.state()).closed).toBeNull();
});
