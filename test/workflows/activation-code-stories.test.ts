/** Printed codes and the keys of their batches, told with dates (WF-30). */
import type { ObjectStore } from '../../platform/object-store.ts';
import { caughtOnce } from '../support/catcher.ts';
import { aBatch, aCode, anIssuer } from '../support/code-stories.ts';
import { begin } from '../support/people-stories.ts';
import type { Teller } from '../support/stories.ts';
import { openTeller } from '../support/stories.ts';
import { until } from '../support/wait.ts';

let teller: Teller;
beforeEach(async () => {
  teller = await openTeller({} as unknown as ObjectStore);
});
afterEach(() => teller.close());

/** Thu 5 Feb 2032, 10:00 in Brussels; announced on Sunday the 8th, 15 weeks end Sun 23 May at midnight, in summer time. */
const thursday = '2032-02-05T09:00:00.000Z';
const sunday = '2032-02-08';
const onSunday = '2032-02-08T10:00:00.000Z';
const midnight = '2032-05-23T22:00:00.000Z';

test('announced on a Sunday and never used: recalled twice, without the code, and over on Monday of week 16 at midnight', async () => {
  const issuer = await anIssuer(teller, thursday);
  const code = await aCode(teller, issuer, thursday);
  await code.announce(sunday, onSunday);
  await teller.until('2032-03-14T23:05:00.000Z');
  await until('it is recalled', async () => (await code.told()).length === 1);
  const [mail] = await caughtOnce(issuer.email, 1);
  expect(mail?.subject).toBe('Your activation code of A lessor has not been used yet');
  expect(mail?.text).not.toMatch(/[0-9A-Z]{4}-[0-9A-Z]{4}-/);
  await teller.until('2032-05-23T21:59:00.000Z');
  expect((await code.row()).closed_at).toBeNull();
  await teller.until('2032-05-23T22:02:00.000Z');
  expect(await code.result()).toBe('expired');
  expect(await code.events()).toEqual([
    'activation-code.made',
    'activation-code.announced',
    'activation-code.reminded',
    'activation-code.reminded',
    'activation-code.expired',
  ]);
  const row = await code.row();
  expect([(row.ends_at as Date).toISOString(), row.live_key, row.sealed_code]).toEqual([
    midnight,
    null,
    null,
  ]);
  expect(await caughtOnce(issuer.email, 2)).toHaveLength(2);
});

test('an invoice said it before the letter did: the earlier day counts, reported later, and what is behind is not recalled', async () => {
  const issuer = await anIssuer(teller, '2032-02-01T09:00:00.000Z');
  const code = await aCode(teller, issuer, '2032-02-01T09:00:00.000Z');
  await code.announce('2032-03-28', '2032-03-28T10:00:00.000Z');
  await code.announce('2032-02-08', '2032-04-01T10:00:00.000Z', 'invoice');
  expect(((await code.row()).ends_at as Date).toISOString()).toBe(midnight);
  await teller.until('2032-05-23T22:02:00.000Z');
  expect(await code.result()).toBe('expired');
  expect((await code.events()).filter((kind) => kind.endsWith('reminded'))).toHaveLength(1);
});

test('superseded in week 3: the old one is over at once, and says so; the new one lives its own 15 weeks', async () => {
  const issuer = await anIssuer(teller, thursday);
  const code = await aCode(teller, issuer, thursday);
  await code.announce(sunday, onSunday);
  const later = await aCode(teller, issuer, '2032-02-25T09:00:00.000Z');
  await code.poke();
  expect((await code.row()).outcome).toBe('superseded');
  await later.announce('2032-02-29', '2032-02-29T10:00:00.000Z');
  expect(((await later.row()).ends_at as Date).toISOString()).toBe('2032-06-13T22:00:00.000Z');
  await later.revoke('2032-03-02T10:00:00.000Z');
  expect([await code.result(), await later.result()]).toEqual(['superseded', 'revoked']);
  expect([...(await code.told()), ...(await later.told())]).toEqual([]);
});

test('the letters are printed: the key goes with the word, and the life knows', async () => {
  const issuer = await anIssuer(teller, thursday);
  await teller.until(thursday);
  const { batchId } = await aBatch(teller, issuer, thursday);
  const batch = await begin(teller, 'code-batch', batchId);
  await batch.command('confirmPrinted', 'batchId', {}, '2032-02-06T09:00:00.000Z', issuer.actor);
  expect(await batch.result()).toBe('printed');
  const rows = await teller.knex('activation_codes').where({ batch_id: batchId }).pluck('sealed_code');
  const { wrapped_key: key } = await teller.knex('code_batches').where({ id: batchId }).first();
  expect([rows, key]).toEqual([[null], null]);
});

test('nobody prints: after seven calendar days, over the change to summer time, the key is destroyed all the same', async () => {
  const monday = '2032-03-22T10:00:00.000Z';
  const issuer = await anIssuer(teller, monday);
  await teller.until(monday);
  const { batchId } = await aBatch(teller, issuer, monday);
  const batch = await begin(teller, 'code-batch', batchId);
  await teller.until('2032-03-29T21:58:00.000Z');
  expect((await teller.knex('code_batches').where({ id: batchId }).first()).wrapped_key).toBe('a key');
  await teller.until('2032-03-29T22:02:00.000Z');
  expect(await batch.result()).toBe('lapsed');
  expect(await batch.events()).toEqual([
    'code-batch.created',
    'code-batch.filled',
    'code-batch.key-destroyed',
  ]);
  expect((await teller.knex('code_batches').where({ id: batchId }).first()).wrapped_key).toBeNull();
});
