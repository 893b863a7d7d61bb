import type { Knex } from 'knex';
import { RateLimiterMySQL, RateLimiterRes } from 'rate-limiter-flexible';
import { knownAddressSeconds, loginBudgets } from '../../domain/session.ts';
import { hash, networkOf } from '../limits.ts';
import { HttpRefusal, tooMany } from '../refusal.ts';

export interface LoginLimits {
  /**
   * Makes one attempt under the budgets: 429 when one is used up. The failure is booked in advance, so that parallel
   * guesses count too, and undone unless the attempt ends with 401.
   */
  attempt<Outcome>(username: string, address: string, work: () => Promise<Outcome>): Promise<Outcome>;
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

  const reserve = async (keys: Keys, isKnown: boolean): Promise<void> => {
    await consume(budgets.pairShort, keys.pair);
    await consume(budgets.pairLong, keys.pair);
    await consume(budgets.address, keys.address);
    if (!isKnown) await consume(budgets.account, keys.account);
  };
  const undo = async (keys: Keys, isKnown: boolean): Promise<void> => {
    await budgets.pairShort.reward(keys.pair);
    await budgets.pairLong.reward(keys.pair);
    await budgets.address.reward(keys.address);
    if (!isKnown) await budgets.account.reward(keys.account);
  };
  const succeed = async (keys: Keys): Promise<void> => {
    await budgets.pairShort.delete(keys.pair);
    await budgets.pairLong.delete(keys.pair);
    await known.set(keys.pair, 1, knownAddressSeconds);
  };

  return {
    attempt: async (username, address, work) => {
      const keys = keysOf(username, address);
      const isKnown = (await known.get(keys.pair)) !== null;
      await reserve(keys, isKnown);
      try {
        const outcome = await work();
        await undo(keys, isKnown);
        await succeed(keys);
        return outcome;
      } catch (error) {
        const isWrong = error instanceof HttpRefusal && error.status === 401;
        if (!isWrong) await undo(keys, isKnown);
        throw error;
      }
    },
  };
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
