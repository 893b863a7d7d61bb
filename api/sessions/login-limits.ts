import { createHash } from 'node:crypto';
import { isIPv6 } from 'node:net';
import type { Knex } from 'knex';
import { RateLimiterMySQL, RateLimiterRes } from 'rate-limiter-flexible';
import { knownAddressSeconds, loginBudgets } from '../../domain/session.ts';
import { tooMany } from '../refusal.ts';

export interface LoginLimits {
  /** Books one failure in advance, so that parallel guesses count too; 429 when a budget is used up. */
  reserve(username: string, address: string): Promise<void>;
  /** The log-in succeeded: the booking is undone and the address is the account's own from now on. */
  release(username: string, address: string): Promise<void>;
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
      clearExpiredByTimeout: false,
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

  return {
    reserve: async (username, address) => {
      const keys = keysOf(username, address);
      await consume(budgets.pairShort, keys.pair);
      await consume(budgets.pairLong, keys.pair);
      await consume(budgets.address, keys.address);
      if ((await known.get(keys.pair)) === null) await consume(budgets.account, keys.account);
    },
    release: async (username, address) => {
      const keys = keysOf(username, address);
      const wasKnown = (await known.get(keys.pair)) !== null;
      await budgets.pairShort.delete(keys.pair);
      await budgets.pairLong.delete(keys.pair);
      await budgets.address.reward(keys.address);
      if (!wasKnown) await budgets.account.reward(keys.account);
      await known.set(keys.pair, 1, knownAddressSeconds);
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

function keysOf(username: string, address: string) {
  const account = username.normalize('NFKC').toLowerCase().trim();
  const network = isIPv6(address) ? networkOf(address) : address;
  return { account: hash(account), address: hash(network), pair: hash(`${account}\n${network}`) };
}

/** One household or office holds a /64 of IPv6: the first four groups. */
function networkOf(address: string): string {
  const [head = '', tail] = address.split('%', 1)[0]?.toLowerCase().split('::') ?? [];
  const groups = head.split(':').filter((group) => group !== '');
  const rest = tail?.split(':').filter((group) => group !== '') ?? [];
  const zeros = tail === undefined ? 0 : 8 - groups.length - rest.length;
  return [...groups, ...Array<string>(Math.max(0, zeros)).fill('0'), ...rest]
    .slice(0, 4)
    .map((group) => Number.parseInt(group, 16).toString(16))
    .join(':');
}

function hash(text: string): string {
  return createHash('sha256').update(text).digest('hex').slice(0, 40);
}
