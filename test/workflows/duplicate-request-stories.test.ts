/** Duplicates, told with dates (WF-38). */
import { askForDuplicate } from '../../db/changes/ask-for-duplicate.ts';
import type { ObjectStore } from '../../platform/object-store.ts';
import { caughtOnce } from '../support/catcher.ts';
import { aCopy, aStoredDocument, removableCopies } from '../support/duplicate-stories.ts';
import { twoAccounts } from '../support/merge-stories.ts';
import { begin } from '../support/people-stories.ts';
import type { Teller } from '../support/stories.ts';
import { openTeller } from '../support/stories.ts';

let teller: Teller;
beforeEach(async () => {
  teller = await openTeller({} as unknown as ObjectStore);
});
afterEach(() => teller.close());

/** Maundy Thursday: Good Friday is a working day in Belgium, Easter Monday is none. */
const thursday = '2032-03-25T14:00:00.000Z';

async function asked(number: string) {
  await teller.until(thursday);
  const two = await twoAccounts(teller, thursday);
  const { brandId } = two.issuer.house;
  await teller.knex('brand_closed_days').insert({ brand_id: brandId, closed_on: '2032-03-29' });
  if (number === 'STORED') await aStoredDocument(teller.knex, two, number, thursday);
  const of = { clientCode: 'DL210001', number, issuerId: null };
  const id = await askForDuplicate(teller.knex)(of, two.contactOf(two.sourceId), two.request(thursday));
  return { two, id, life: await begin(teller, 'duplicate-request', id) };
}

const mailTo = async (email: string) => {
  expect(await caughtOnce(email, 1)).toHaveLength(1);
  return (await caughtOnce(email, 1))[0]?.subject;
};

test('it is stored: there at once, and gone after thirty days', async () => {
  const { two, life } = await asked('STORED');
  expect(await mailTo(two.emailOf(two.sourceId))).toBe('Your duplicate of document STORED is there');
  await teller.until('2032-04-24T21:58:00.000Z');
  expect((await life.events()).at(-1)).toBe('duplicate-request.delivered');
  await teller.until('2032-04-24T22:02:00.000Z');
  expect(await life.result()).toBe('delivered');
  expect(await life.events()).toEqual([
    ...['duplicate-request.asked', 'duplicate-request.delivered', 'duplicate-request.ended'],
  ]);
});

test('its issuer is late over Easter: overdue is shown, what it hands in then is delivered, and its copy is destroyed in time', async () => {
  const { two, id, life } = await asked('LOST');
  const row = () => teller.knex('duplicate_requests').where({ id }).first();
  const due = (await row()).due_at as Date;
  expect(due.toISOString()).toBe('2032-03-30T15:30:00.000Z');
  await teller.until('2032-03-30T15:33:00.000Z');
  expect((await life.events()).at(-1)).toBe('duplicate-request.overdue');
  await teller.until('2032-04-01T10:00:00.000Z');
  const copy = aCopy();
  await life.command('fulfil', 'duplicateId', { copy }, undefined, two.issuer.actor, { input: null });
  expect(await mailTo(two.emailOf(two.sourceId))).toBe('Your duplicate of document LOST is there');
  expect(await removableCopies(teller.knex, copy.id)).toBe(0);
  await teller.until('2032-05-01T22:02:00.000Z');
  expect(await life.result()).toBe('delivered');
  expect(await removableCopies(teller.knex, copy.id)).toBe(1);
});

test('its issuer has none: over at once, and he reads why', async () => {
  const { two, life } = await asked('LOST');
  await teller.until('2032-03-26T10:00:00.000Z');
  const input = { reason: 'not-kept' };
  await life.command('refuse', 'duplicateId', {}, undefined, two.issuer.actor, { input });
  expect(await life.result()).toBe('refused');
  expect(await mailTo(two.emailOf(two.sourceId))).toBe('No duplicate of document LOST');
});
