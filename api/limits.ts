/** Budgets counted in the business database, so that every API process sees them; what is counted is hashed. */
import { createHash } from 'node:crypto';
import { isIPv6 } from 'node:net';
import type { Knex } from 'knex';
import { RateLimiterMySQL, RateLimiterRes } from 'rate-limiter-flexible';
import { budgets } from '../domain/budget.ts';
import type { BudgetName } from '../domain/budget.ts';
import { folded } from '../domain/folded.ts';
import { tooMany } from './refusal.ts';

export interface Limits {
  /** Counts one against the budget of that address, place or user; 429 `request.too-many` when it is used up. */
  spend(budget: BudgetName, whose: string): Promise<void>;
  /** The same without a refusal: false when it is used up. For answers that must not tell. */
  trySpend(budget: BudgetName, whose: string): Promise<boolean>;
  /** One that was spent and turned out not to count. */
  giveBack(budget: BudgetName, whose: string): Promise<void>;
}

export function createLimits(knex: Knex, databaseName: string): Limits {
  const limiters = new Map(
    (Object.keys(budgets) as BudgetName[]).map((name) => [name, limiterOf(knex, databaseName, name)]),
  );
  const spent = async (name: BudgetName, whose: string): Promise<RateLimiterRes | null> => {
    try {
      await limiters.get(name)?.consume(hash(whose));
      return null;
    } catch (refused) {
      if (refused instanceof RateLimiterRes) return refused;
      throw refused;
    }
  };
  return {
    spend: async (name, whose) => {
      const refused = await spent(name, whose);
      if (refused !== null) throw tooMany('request.too-many', refused.msBeforeNext / 1_000);
    },
    trySpend: async (name, whose) => (await spent(name, whose)) === null,
    giveBack: async (name, whose) => {
      await limiters.get(name)?.reward(hash(whose));
    },
  };
}

const [sweeper] = Object.keys(budgets);

function limiterOf(knex: Knex, databaseName: string, name: BudgetName): RateLimiterMySQL {
  return new RateLimiterMySQL({
    storeClient: knex,
    storeType: 'knex',
    dbName: databaseName,
    tableName: 'rate_limits',
    tableCreated: true,
    // What has lapsed is swept now and then, by one of the limiters for all, those of log-in included.
    clearExpiredByTimeout: name === sweeper,
    keyPrefix: name,
    points: budgets[name].times,
    duration: budgets[name].seconds,
  });
}

/** One household or office holds a /64 of IPv6: the first four groups. */
export function networkOf(address: string): string {
  if (!isIPv6(address)) return address;
  const [head = '', tail] = address.split('%', 1)[0]?.toLowerCase().split('::') ?? [];
  const groups = head.split(':').filter((group) => group !== '');
  const rest = tail?.split(':').filter((group) => group !== '') ?? [];
  const zeros = tail === undefined ? 0 : 8 - groups.length - rest.length;
  return [...groups, ...Array<string>(Math.max(0, zeros)).fill('0'), ...rest]
    .slice(0, 4)
    .map((group) => Number.parseInt(group, 16).toString(16))
    .join(':');
}

/** Variants of one name are one name. */
export function hash(text: string): string {
  return createHash('sha256').update(folded(text)).digest('hex').slice(0, 40);
}
