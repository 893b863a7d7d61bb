/** From a code to an account, told with dates (WF-31). */
import type { ObjectStore } from '../../platform/object-store.ts';
import { caughtOnce } from '../support/catcher.ts';
import { aCode, anIssuer, aSignUp, completionOf } from '../support/code-stories.ts';
import { begin } from '../support/people-stories.ts';
import { tokenHashOut } from '../support/registration-stories.ts';
import type { Teller } from '../support/stories.ts';
import { openTeller } from '../support/stories.ts';

let teller: Teller;
beforeEach(async () => {
  teller = await openTeller({} as unknown as ObjectStore);
});
afterEach(() => teller.close());

/** Thu 5 Feb 2032; announced on Sunday the 8th: 15 weeks end Sun 23 May at midnight. */
const thursday = '2032-02-05T09:00:00.000Z';
const holder = { type: 'system', id: 'code-holder' } as const;

async function announcedCode() {
  const issuer = await anIssuer(teller, thursday);
  const code = await aCode(teller, issuer, thursday);
  await code.announce('2032-02-08', '2032-02-08T10:00:00.000Z');
  return code;
}

test('nobody uses the link: after 72 hours the code is free, and a sign-up begun then has the account', async () => {
  const code = await announcedCode();
  await teller.until('2032-02-10T12:00:00.000Z');
  const first = await aSignUp(teller, code.id, '2032-02-10T12:00:00.000Z');
  const life = await begin(teller, 'sign-up', first.id);
  const [mail] = await caughtOnce(first.email, 1);
  expect(mail?.subject).toBe('Create your account to receive invoices of A lessor');
  await teller.until('2032-02-13T12:02:00.000Z');
  expect(await life.events()).toEqual(['sign-up.begun', 'sign-up.abandoned']);
  const second = await aSignUp(teller, code.id, '2032-02-14T12:00:00.000Z');
  const again = await begin(teller, 'sign-up', second.id);
  const tokenHash = await tokenHashOut(teller, second.id, 'sign-up');
  await again.command('complete', 'signUpId', completionOf(tokenHash), '2032-02-14T13:00:00.000Z', holder);
  await code.poke();
  await teller.until('2032-05-23T22:02:00.000Z');
  expect([await life.result(), await again.result()]).toEqual(['abandoned', 'active']);
  expect(await code.result()).toBe('consumed');
  expect(await code.told()).toEqual([]);
});

test('begun on the last Sunday evening: the link ends with the code at midnight', async () => {
  const code = await announcedCode();
  await teller.until('2032-05-23T21:00:00.000Z');
  const { id } = await aSignUp(teller, code.id, '2032-05-23T21:00:00.000Z');
  const life = await begin(teller, 'sign-up', id);
  const row = await teller.knex('sign_ups').where({ id }).first();
  expect((row.ends_at as Date).toISOString()).toBe('2032-05-23T22:00:00.000Z');
  const tokenHash = await tokenHashOut(teller, id, 'sign-up');
  const late = life.command(
    'complete',
    'signUpId',
    completionOf(tokenHash),
    '2032-05-23T22:00:00.001Z',
    holder,
  );
  await expect(late).rejects.toThrow();
  await teller.until('2032-05-23T22:02:00.000Z');
  expect(await life.result()).toBe('abandoned');
});

test('begun again with another address: the first one is over at once', async () => {
  const code = await announcedCode();
  await teller.until('2032-02-10T12:00:00.000Z');
  const first = await aSignUp(teller, code.id, '2032-02-10T12:00:00.000Z');
  const life = await begin(teller, 'sign-up', first.id);
  await aSignUp(teller, code.id, '2032-02-10T12:30:00.000Z');
  await life.poke();
  expect(await life.result()).toBe('restarted');
});
