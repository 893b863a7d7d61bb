/**
 * The budgets of failed log-ins (checks 29 to 31; docs/decisions/0032), in the table that the other limits count in. No
 * event: what happened is told by the session that opens, or by nobody. Every statement takes its rows in the order of
 * their keys, so that two attempts never wait for each other in a ring.
 */
import type { Knex } from 'knex';
import type { LogInBudgetName } from '../../domain/session.ts';
import { knownAddressSeconds, loginBudgets } from '../../domain/session.ts';
import { change } from './change.ts';

/** Who tries and from where, hashed: an account, an address, and the two together. */
export interface LogInKeys {
  readonly account: string;
  readonly address: string;
  readonly pair: string;
}

/** A failure that was counted in advance, to be given back when it was none. */
export interface BookedAttempt {
  readonly keys: LogInKeys;
  /** What was counted: in a window that has begun anew meanwhile there is nothing to give back. */
  readonly rows: readonly { readonly key: string; readonly expire: number }[];
  /** Until when the account is at home at this address, in ms; 0: it is not. */
  readonly knownUntil: number;
}

export type Booking = { readonly booked: BookedAttempt } | { readonly usedUpForMs: number };

/** Ends the transaction: an attempt that is refused counts nowhere, so that nobody uses up what others need. */
class UsedUp extends Error {
  readonly forMs: number;
  constructor(forMs: number) {
    super('a budget of failed log-ins is used up');
    this.forMs = forMs;
  }
}

/**
 * Counts one failure in every budget of the attempt, all in one commit and before the password is looked at: parallel
 * guesses count one by one. The budget of the account is left alone where the account is at home. `now`: ms.
 */
export const bookAttempt =
  (knex: Knex) =>
  async (keys: LogInKeys, now: number): Promise<Booking> => {
    try {
      return { booked: await change(knex, null, (trx) => book(trx, keys, now)) };
    } catch (error) {
      if (error instanceof UsedUp) return { usedUpForMs: error.forMs };
      throw error;
    }
  };

/** Nothing was guessed: what was booked is given back. */
export const giveBackAttempt =
  (knex: Knex) =>
  (attempt: BookedAttempt): Promise<void> =>
    change(knex, null, (trx) => giveBack(trx, attempt, null));

/** He has proved himself: the same, and the short budget begins anew; the account is at home at this address. */
export const settleAttempt =
  (knex: Knex) =>
  (attempt: BookedAttempt, now: number): Promise<void> =>
    change(knex, null, (trx) => settle(trx, attempt, now));

/** The same in the change that his proof allows, which costs no commit of its own. */
export async function settle(trx: Knex.Transaction, attempt: BookedAttempt, now: number): Promise<void> {
  await giveBack(trx, attempt, keyOf('pairShort', attempt.keys));
  await noteKnown(trx, attempt.keys, attempt.knownUntil, now);
}

type Pair = Pick<LogInKeys, 'pair'>;

/** The same for who proves himself in a second step: what was booked for the first was given back with that. */
export async function settleLater(trx: Knex.Transaction, pair: string, now: number): Promise<void> {
  await trx('rate_limits')
    .where({ key: `login-pairShort:${pair}` })
    .update({ points: 0, expire: 0 });
  const known = await trx('rate_limits')
    .where({ key: knownKey({ pair }) })
    .first<{ expire: number } | undefined>('expire');
  await noteKnown(trx, { pair }, known?.expire ?? 0, now);
}

/** A day more or less of ninety is not worth a row at every log-in. */
const notedAgainMs = 86_400_000;

const knownKey = ({ pair }: Pair): string => `login-known:${pair}`;
const keyOf = (name: LogInBudgetName, keys: LogInKeys): string =>
  `login-${name}:${keys[loginBudgets[name].of]}`;
const names = (Object.keys(loginBudgets) as LogInBudgetName[]).sort();

async function book(trx: Knex.Transaction, keys: LogInKeys, now: number): Promise<BookedAttempt> {
  const budgets = new Map(names.map((name) => [keyOf(name, keys), loginBudgets[name]]));
  const lines = [...budgets].map(([key, { of, seconds }]) => ({
    bound:
      of === 'account' ? [key, now + seconds * 1_000, knownKey(keys), now] : [key, now + seconds * 1_000],
    sql:
      'SELECT ? AS budget, 1 AS booked, ? AS ends FROM dual' +
      (of === 'account'
        ? ' WHERE NOT EXISTS (SELECT 1 FROM rate_limits k WHERE k.`key` = ? AND k.expire > ?)'
        : ''),
  }));
  await trx.raw(
    `INSERT INTO rate_limits (\`key\`, points, expire) ${lines.map(({ sql }) => sql).join(' UNION ALL ')}
     ON DUPLICATE KEY UPDATE points = IF(expire <= ?, 1, points + 1), expire = IF(expire <= ?, VALUES(expire), expire)`,
    [...lines.flatMap(({ bound }) => bound), now, now],
  );
  const found: LimitRow[] = await trx('rate_limits')
    .whereIn('key', [...budgets.keys(), knownKey(keys)])
    .select('key', 'points', 'expire');
  const known = found.find(({ key }) => key === knownKey(keys));
  const knownUntil = known !== undefined && known.expire > now ? known.expire : 0;
  const rows = found.filter(({ key }) => {
    const budget = budgets.get(key);
    return budget !== undefined && !(budget.of === 'account' && knownUntil > 0);
  });
  const usedUp = rows.filter(({ key, points }) => points > (budgets.get(key)?.failures ?? 0));
  if (usedUp.length > 0) throw new UsedUp(Math.max(...usedUp.map(({ expire }) => expire - now)));
  return { keys, rows: rows.map(({ key, expire }) => ({ key, expire })), knownUntil };
}

interface LimitRow {
  readonly key: string;
  readonly points: number;
  /** In ms; BIGINT, below 2^53. */
  readonly expire: number;
}

/**
 * One less in each window that was counted in; `anew`: the budget that begins anew instead, whatever its window. By
 * keys alone, so that the rows are taken in their order and by no other index.
 */
async function giveBack(trx: Knex.Transaction, { rows }: BookedAttempt, anew: string | null): Promise<void> {
  const windows = rows.map(() => '(?, ?)').join(', ');
  const bound = rows.flatMap(({ key, expire }) => [key, expire]);
  await trx.raw(
    `UPDATE rate_limits SET
       points = IF(\`key\` = ?, 0, IF((\`key\`, expire) IN (${windows}), GREATEST(points, 1) - 1, points)),
       expire = IF(\`key\` = ?, 0, expire)
     WHERE \`key\` IN (?)`,
    [anew ?? '', ...bound, anew ?? '', rows.map(({ key }) => key)],
  );
}

/** The account is at home there from now on. `knownUntil`: until when it was, in ms. */
async function noteKnown(trx: Knex.Transaction, of: Pair, knownUntil: number, now: number): Promise<void> {
  const until = now + knownAddressSeconds * 1_000;
  if (knownUntil >= until - notedAgainMs) return;
  await trx('rate_limits')
    .insert({ key: knownKey(of), points: 1, expire: until })
    .onConflict('key')
    .merge(['expire']);
}
