/** Electronic instead of paper, told with dates (WF-32). */
import type { ObjectStore } from '../../platform/object-store.ts';
import { caughtOnce } from '../support/catcher.ts';
import { aCode, anAccount, anIssuer, receive } from '../support/code-stories.ts';
import type { Teller } from '../support/stories.ts';
import { openTeller } from '../support/stories.ts';
import { until } from '../support/wait.ts';

let teller: Teller;
beforeEach(async () => {
  teller = await openTeller({} as unknown as ObjectStore);
});
afterEach(() => teller.close());

/** Thu 5 Feb 2032; announced on Sunday the 8th: 15 weeks end Sun 23 May at midnight. */
const thursday = '2032-02-05T09:00:00.000Z';

async function scene() {
  const issuer = await anIssuer(teller, thursday);
  const code = await aCode(teller, issuer, thursday);
  await code.announce('2032-02-08', '2032-02-08T10:00:00.000Z');
  const accountId = await anAccount(teller, issuer, thursday);
  const other = await anAccount(teller, issuer, thursday);
  const add = async (at: string, to = accountId) => {
    await teller.until(at);
    return receive(teller, { codeId: code.id, accountId: to }, at);
  };
  const command = (life: Awaited<ReturnType<typeof add>>, name: string, at: string) =>
    life.command(name, 'receptionId', {}, at, { type: 'user', id: accountId });
  return { code, email: `${accountId}@receiver.example`, other, add, command };
}

test('opt-out and back: the same account with the same code until Sunday of week 15, no other account, and then never', async () => {
  const { code, email, other, add, command } = await scene();
  const first = await add('2032-02-20T09:00:00.000Z');
  await teller.until('2032-03-01T09:00:00.000Z');
  await command(first, 'optOut', '2032-03-01T09:00:00.000Z');
  expect((await caughtOnce(email, 1))[0]?.subject).toBe(
    'You receive the documents of A lessor on paper again',
  );
  await expect(add('2032-03-02T09:00:00.000Z', other)).rejects.toMatchObject({
    message: 'activation-code.unusable',
  });
  const second = await add('2032-05-23T21:59:00.000Z');
  await command(second, 'optOut', '2032-05-23T21:59:30.000Z');
  await expect(add('2032-05-23T22:00:00.001Z')).rejects.toMatchObject({
    message: 'activation-code.unusable',
  });
  await code.poke();
  await teller.until('2032-05-23T22:02:00.000Z');
  expect([await first.result(), await second.result(), await code.result()]).toEqual([
    'opted-out',
    'opted-out',
    'consumed',
  ]);
});

test('three mails come back in two weeks: he is asked, says nothing, and is back on paper after 14 days', async () => {
  const { email, add, command } = await scene();
  const reception = await add('2032-03-01T09:00:00.000Z');
  for (const day of ['03', '08', '15']) {
    await teller.until(`2032-03-${day}T09:00:00.000Z`);
    await command(reception, 'reportBounce', `2032-03-${day}T09:00:00.000Z`);
  }
  await until('he is asked', async () => (await reception.told()).length === 1);
  expect((await caughtOnce(email, 1))[0]?.subject).toBe('Do our mails reach you?');
  await teller.until('2032-03-29T21:58:00.000Z');
  expect((await reception.events()).at(-1)).toBe('reception.bounced');
  await teller.until('2032-03-29T22:02:00.000Z');
  expect([await reception.result(), await reception.told()]).toEqual([
    'undeliverable',
    ['reception-bounced', 'reception-ended'],
  ]);
});

test('he answers that his mails arrive: it stays electronic, and is counted anew', async () => {
  const { add, command } = await scene();
  const reception = await add('2032-03-01T09:00:00.000Z');
  for (const day of ['03', '08', '15']) {
    await teller.until(`2032-03-${day}T09:00:00.000Z`);
    await command(reception, 'reportBounce', `2032-03-${day}T09:00:00.000Z`);
  }
  await command(reception, 'keep', '2032-03-16T09:00:00.000Z');
  await command(reception, 'reportBounce', '2032-03-17T09:00:00.000Z');
  await teller.until('2032-04-15T09:00:00.000Z');
  const row = await teller.knex('receptions').where({ id: reception.id }).first();
  expect([row.closed_at, row.asked_at, row.active_key !== null]).toEqual([null, null, true]);
});
