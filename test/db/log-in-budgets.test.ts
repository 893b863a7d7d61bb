/** Checks 29 to 31 where it matters: many attempts at the same moment, against the real database. */
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { bookAttempt, giveBackAttempt, settleAttempt } from '../../db/changes/log-in-budgets.ts';
import type { BookedAttempt } from '../../db/changes/log-in-budgets.ts';
import { loginBudgets } from '../../domain/session.ts';
import { migratedDatabase } from './own-database.ts';
import type { OwnDatabase } from './own-database.ts';

const now = Date.parse('2027-02-02T14:00:00.000Z');
const { pairShort, pairLong, account, address } = loginBudgets;
let database: OwnDatabase;

beforeAll(async () => {
  database = await migratedDatabase();
});
afterAll(() => database.drop());
beforeEach(() => database.knex('rate_limits').delete());

const by = (who: string, where: string) => ({ account: who, address: where, pair: `${who}-${where}` });
const book = (who: string, where: string, at = now) => bookAttempt(database.knex)(by(who, where), at);
const points = async () => {
  const rows = await database.knex('rate_limits').select<{ key: string; points: number }[]>('key', 'points');
  return Object.fromEntries(rows.map((row) => [row.key, row.points]));
};
async function booked(who: string, where: string, at = now): Promise<BookedAttempt> {
  const booking = await book(who, where, at);
  if (!('booked' in booking)) throw new Error('used up');
  return booking.booked;
}
const times = <T>(count: number, work: (index: number) => Promise<T>) =>
  Promise.all(Array.from({ length: count }, (_, index) => work(index)));

describe('[check 30] at the same moment', () => {
  test('as many guesses get through as the short budget holds, and the others count nowhere', async () => {
    const bookings = await times(40, () => book('an', 'home'));
    expect(bookings.filter((one) => 'booked' in one)).toHaveLength(pairShort.failures);
    expect(Object.values(await points())).toEqual([5, 5, 5, 5]);
  });

  test('the budget of an account holds over many addresses', async () => {
    const bookings = await times(account.failures + 20, (index) => book('an', `place-${index}`));
    expect(bookings.filter((one) => 'booked' in one)).toHaveLength(account.failures);
  });

  test('the budget of an address holds over many accounts', async () => {
    const bookings = await times(address.failures + 20, (index) => book(`user-${index}`, 'office'));
    expect(bookings.filter((one) => 'booked' in one)).toHaveLength(address.failures);
  });

  test('who prove themselves leave nothing counted, in whatever order', async () => {
    const attempts = await times(30, (index) => booked(`user-${index % 10}`, `office-${index % 3}`));
    await times(30, (index) => settleAttempt(database.knex)(attempts[index] as BookedAttempt, now));
    const left = Object.entries(await points()).filter(([key]) => !key.startsWith('login-known'));
    expect(left.every(([, count]) => count === 0)).toBe(true);
  });

  test('booking and giving back do not wait for each other in a ring', async () => {
    await times(60, async (index) => {
      const [who, where] = [`user-${index % 2}`, `office-${Math.floor(index / 2) % 2}`];
      const booking = await book(who, where);
      if ('booked' in booking) await giveBackAttempt(database.knex)(booking.booked);
    });
    expect(Object.values(await points()).every((count) => count === 0)).toBe(true);
  });
});

describe('a budget', () => {
  test('says how long it lasts, the longest that is used up', async () => {
    await times(pairShort.failures, () => book('an', 'home'));
    expect(await book('an', 'home', now + 1_000)).toEqual({ usedUpForMs: 59_000 });
    for (let minute = 1; minute * pairShort.failures < pairLong.failures; minute += 1)
      await times(pairShort.failures, () => book('an', 'home', now + minute * 60_000));
    expect(await book('an', 'home', now + 4 * 60_000)).toEqual({ usedUpForMs: 56 * 60_000 });
  });

  test('that has begun anew gets nothing back from the time before', async () => {
    const early = await booked('an', 'home');
    await booked('an', 'home', now + 61_000);
    await giveBackAttempt(database.knex)(early);
    expect(await points()).toMatchObject({ 'login-pairShort:an-home': 1, 'login-pairLong:an-home': 1 });
  });

  test('begins anew for who has proved himself; the failures of the hour stay', async () => {
    await times(4, () => booked('an', 'home'));
    await settleAttempt(database.knex)(await booked('an', 'home'), now);
    await times(5, () => booked('an', 'home', now + 1));
    expect(await points()).toMatchObject({ 'login-pairShort:an-home': 5, 'login-pairLong:an-home': 9 });
  });
});

describe('an address at which the account is at home', () => {
  test('[check 29] uses none of the account’s budget and is not kept out by it', async () => {
    await settleAttempt(database.knex)(await booked('an', 'home'), now);
    await times(account.failures, (index) => booked('an', `place-${index}`));
    expect(await book('an', 'elsewhere')).toHaveProperty('usedUpForMs');
    await booked('an', 'home');
    expect(await points()).toMatchObject({ 'login-account:an': account.failures });
  });

  test('is noted for 90 days, and again only after a day', async () => {
    const until = async () =>
      (
        await database
          .knex('rate_limits')
          .where({ key: 'login-known:an-home' })
          .first<{ expire: number }>('expire')
      ).expire - now;
    const days = 86_400_000;
    await settleAttempt(database.knex)(await booked('an', 'home'), now);
    expect(await until()).toBe(90 * days);
    await settleAttempt(database.knex)(await booked('an', 'home', now + days / 2), now + days / 2);
    expect(await until()).toBe(90 * days);
    await settleAttempt(database.knex)(await booked('an', 'home', now + 2 * days), now + 2 * days);
    expect(await until()).toBe(92 * days);
    expect((await booked('an', 'home', now + 93 * days)).knownUntil).toBe(0);
  });
});
