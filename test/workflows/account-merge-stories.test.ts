/** Two accounts that become one, told with dates (WF-37). */
import type { Actor } from '../../db/changes/append-event.ts';
import type { Instant } from '../../domain/calendar.ts';
import type { ObjectStore } from '../../platform/object-store.ts';
import { caughtOnce } from '../support/catcher.ts';
import { twoAccounts } from '../support/merge-stories.ts';
import type { TwoAccounts } from '../support/merge-stories.ts';
import { begin } from '../support/people-stories.ts';
import type { Teller } from '../support/stories.ts';
import { openTeller } from '../support/stories.ts';

let teller: Teller;
beforeEach(async () => {
  teller = await openTeller({} as unknown as ObjectStore);
});
afterEach(() => teller.close());

/** Mon 22 Mar 2032; the clock changes on Sunday the 28th. */
const monday = '2032-03-22T10:00:00.000Z';
const refused = (reason: string) => ({ cause: { message: reason } });

async function asked(two: TwoAccounts) {
  const life = await begin(teller, 'account-merge', await two.ask(monday));
  const say = async (name: string, actor: Actor, at: Instant) => {
    await teller.until(at);
    return life.command(name, 'mergeId', {}, at, actor);
  };
  return { ...life, say };
}

/** The newest first. */
const subjectsAt = async (email: string, count: number) => {
  await caughtOnce(email, count);
  return (await caughtOnce(email, count)).map(({ subject }) => subject);
};

test('both consent, a colleague approves, and after fourteen days without a word it is final', async () => {
  await teller.until(monday);
  const two = await twoAccounts(teller, monday);
  const code = await begin(teller, 'activation-code', two.codeId);
  const merge = await asked(two);
  const [source, target] = [two.contactOf(two.sourceId), two.contactOf(two.targetId)];
  await merge.say('consent', source, '2032-03-25T10:00:00.000Z');
  await expect(merge.say('approve', two.colleague, '2032-03-26T10:00:00.000Z')).rejects.toMatchObject(
    refused('account-merge.consent-missing'),
  );
  await merge.say('consent', target, '2032-04-05T21:59:00.000Z');
  await expect(merge.say('approve', two.staff, '2032-04-06T10:00:00.000Z')).rejects.toMatchObject(
    refused('account-merge.second-look'),
  );
  await merge.say('approve', two.colleague, '2032-04-07T10:00:00.000Z');
  await code.poke();
  expect(await subjectsAt(two.emailOf(two.sourceId), 2)).toEqual([
    'Your account has been joined with that of A customer',
    'May your account be joined with that of A customer?',
  ]);
  // Asked, and once more when the other contact's yes tells whose account it is.
  expect(await subjectsAt(two.emailOf(two.targetId), 3)).toEqual([
    'The account of A customer is part of yours now',
    'May another account be joined to yours?',
    'May another account be joined to yours?',
  ]);
  await teller.until('2032-04-21T21:58:00.000Z');
  expect((await merge.events()).at(-1)).toBe('account-merge.merged');
  await teller.until('2032-04-21T22:02:00.000Z');
  expect(await merge.result()).toBe('merged');
  expect(await merge.events()).toEqual([
    ...['account-merge.asked', 'account-merge.consented', 'account-merge.consented'],
    ...['account-merge.merged', 'account-merge.finished'],
  ]);
});

test('one yes and no second: it lapses at local midnight over the change of the clock, both are told, nothing moves', async () => {
  await teller.until(monday);
  const two = await twoAccounts(teller, monday);
  const merge = await asked(two);
  await merge.say('consent', two.contactOf(two.targetId), '2032-03-25T10:00:00.000Z');
  await teller.until('2032-04-05T21:58:00.000Z');
  expect((await merge.events()).at(-1)).toBe('account-merge.consented');
  await teller.until('2032-04-05T22:02:00.000Z');
  expect(await merge.result()).toBe('expired');
  expect((await subjectsAt(two.emailOf(two.sourceId), 2))[0]).toBe('The accounts are not joined');
  const row = await teller.knex('receptions').where({ id: two.receptionId }).first();
  expect(row.account_id).toBe(two.sourceId);
});

test('undone in the last minute of its window: back as it was, and both are told', async () => {
  await teller.until(monday);
  const two = await twoAccounts(teller, monday);
  const merge = await asked(two);
  for (const id of [two.sourceId, two.targetId])
    await merge.say('consent', two.contactOf(id), '2032-03-23T10:00:00.000Z');
  await merge.say('approve', two.colleague, '2032-03-24T10:00:00.000Z');
  await merge.say('revert', two.staff, '2032-04-07T21:59:00.000Z');
  expect(await merge.result()).toBe('reverted');
  expect((await subjectsAt(two.emailOf(two.sourceId), 3))[0]).toBe('The joining of your account was undone');
  const row = await teller.knex('receptions').where({ id: two.receptionId }).first();
  expect(row.account_id).toBe(two.sourceId);
});

test('the contact of the account that would close says no: over at once', async () => {
  await teller.until(monday);
  const two = await twoAccounts(teller, monday);
  const merge = await asked(two);
  await merge.say('consent', two.contactOf(two.targetId), '2032-03-23T10:00:00.000Z');
  await merge.say('refuse', two.contactOf(two.sourceId), '2032-03-24T10:00:00.000Z');
  expect(await merge.result()).toBe('refused');
  const row = await teller.knex('account_merges').where({ id: merge.id }).first();
  expect(row.refused_by).toBe('source');
});
