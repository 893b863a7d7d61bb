import type { Knex } from 'knex';
import { RateLimiterMySQL, RateLimiterRes } from 'rate-limiter-flexible';
import { knownAddressSeconds, loginBudgets } from '../../domain/session.ts';
import { hash, networkOf } from '../limits.ts';
import { HttpRefusal, tooMany, WrongSecret } from '../refusal.ts';

/** What an attempt that was not refused counts as: a success unless told. `unfinished` proves nothing yet. */
export type Standing = 'in' | 'wrong' | 'unfinished';

export interface LoginLimits {
  /**
   * Makes one attempt under the budgets: 429 when one is used up. The failure is booked in advance, so that parallel
   * guesses count too, and undone unless the attempt ends with 401 or `WrongSecret`.
   */
  attempt<Outcome>(
    username: string,
    address: string,
    work: () => Promise<Outcome>,
    standing?: (outcome: Outcome) => Standing,
  ): Promise<Outcome>;
}

type BudgetName = keyof typeof loginBudgets;

/** Failed log-ins, counted in the business database so that every API process sees them. Keys are hashed. */
export function createLoginLimits(knex: Knex, databaseName: string): LoginLimits {
  const limiter = (keyPrefix: string, points: number, duration: number) =>
    new RateLimiterMySQL({
      storeClient: knex,
      storeType: 'knex',
      dbName: databaseName,
      tableName: 'rate_limits',
      tableCreated: true,
      // What has lapsed is swept now and then, by one of the limiters for all.
      clearExpiredByTimeout: keyPrefix === 'login-known',
      keyPrefix,
      points,
      duration,
    });
  const budget = (name: BudgetName) =>
    limiter(`login-${name}`, loginBudgets[name].failures, loginBudgets[name].seconds);
  const budgets = {
    pairShort: budget('pairShort'),
    pairLong: budget('pairLong'),
    address: budget('address'),
    account: budget('account'),
  };
  const known = limiter('login-known', 1, knownAddressSeconds);

  /** Side by side, for each is a commit; the account comes last, so that who is slowed here uses up no budget there. */
  const reserve = async (keys: Keys, isKnown: boolean): Promise<void> => {
    await allOf([
      consume(budgets.pairShort, keys.pair),
      consume(budgets.pairLong, keys.pair),
      consume(budgets.address, keys.address),
    ]);
    if (!isKnown) await consume(budgets.account, keys.account);
  };
  /** Nothing was guessed: what `reserve` booked is given back. */
  const undo = (keys: Keys, isKnown: boolean): Promise<unknown> =>
    allOf([budgets.pairShort.reward(keys.pair), giveBack(keys, isKnown)]);
  const giveBack = (keys: Keys, isKnown: boolean): Promise<unknown> =>
    allOf([
      budgets.pairLong.reward(keys.pair),
      budgets.address.reward(keys.address),
      ...(isKnown ? [] : [budgets.account.reward(keys.account)]),
    ]);
  /** The short budget begins anew, and the address is the account's own from now on. */
  const succeed = (keys: Keys, isKnown: boolean): Promise<unknown> =>
    allOf([
      giveBack(keys, isKnown),
      budgets.pairShort.delete(keys.pair),
      known.set(keys.pair, 1, knownAddressSeconds),
    ]);

  return {
    attempt: async (username, address, work, standing = () => 'in') => {
      const keys = keysOf(username, address);
      const isKnown = (await known.get(keys.pair)) !== null;
      await reserve(keys, isKnown);
      try {
        const outcome = await work();
        const stands = standing(outcome);
        if (stands === 'in') await succeed(keys, isKnown);
        if (stands === 'unfinished') await undo(keys, isKnown);
        return outcome;
      } catch (error) {
        const isWrong =
          error instanceof WrongSecret || (error instanceof HttpRefusal && error.status === 401);
        if (!isWrong) await undo(keys, isKnown);
        throw error;
      }
    },
  };
}

/** Waits for all, then throws the first failure: nothing goes on behind a refusal. */
async function allOf(works: readonly Promise<unknown>[]): Promise<void> {
  const failed = (await Promise.allSettled(works)).find(({ status }) => status === 'rejected');
  if (failed?.status === 'rejected') throw failed.reason;
}

async function consume(budget: RateLimiterMySQL, key: string): Promise<void> {
  try {
    await budget.consume(key);
  } catch (refused) {
    if (!(refused instanceof RateLimiterRes)) throw refused;
    throw tooMany('session.too-many-attempts', refused.msBeforeNext / 1_000);
  }
}

interface Keys {
  readonly account: string;
  readonly address: string;
  readonly pair: string;
}

function keysOf(username: string, address: string): Keys {
  const account = username.normalize('NFKC').toLowerCase().trim();
  const network = networkOf(address);
  return { account: hash(account), address: hash(network), pair: hash(`${account}\n${network}`) };
}
