import type { Knex } from 'knex';
import type { BookedAttempt, LogInKeys } from '../../db/changes/log-in-budgets.ts';
import { bookAttempt, giveBackAttempt, settleAttempt } from '../../db/changes/log-in-budgets.ts';
import { folded } from '../../domain/folded.ts';
import { hash, networkOf } from '../limits.ts';
import type { Slots } from '../slots.ts';
import { HttpRefusal, tooMany, WrongSecret } from '../refusal.ts';

/**
 * What an attempt that was not refused counts as: a success unless told. `unfinished` proves nothing yet; of `settled`
 * the change that opened the session has given back what was booked.
 */
export type Standing = 'in' | 'settled' | 'wrong' | 'unfinished';

type Named = { readonly username: string } | null;

export interface Attempt<Who extends Named> {
  /** As typed: a username or a mail address. */
  readonly username: string;
  readonly address: string;
  /** Whom that name means, looked up in its turn. */
  readonly whom: () => Promise<Who>;
}

export interface LoginLimits {
  /**
   * Makes one attempt under the budgets: 429 when one is used up. The failure is booked in advance, so that parallel
   * guesses count too, and undone unless the attempt ends with 401 or `WrongSecret`. Somebody’s username and mail
   * address share the budget of the account, and only that, for the shorter ones would tell at once that two names are
   * one person. Waits for its turn; 503 `request.busy` when too many wait.
   */
  attempt<Who extends Named, Outcome>(
    attempt: Attempt<Who>,
    work: (booked: BookedAttempt, who: Who) => Promise<Outcome>,
    standing?: (outcome: Outcome) => Standing,
  ): Promise<Outcome>;
}

/**
 * Failed log-ins, counted in the business database so that every API process sees them. Keys are hashed. `atWork`: a
 * storm takes no more connections and turns of the main thread than its slots, and everybody else gets in between (P16).
 */
export function createLoginLimits(knex: Knex, atWork: Slots): LoginLimits {
  const attempt: LoginLimits['attempt'] = async (
    { username, address, whom },
    work,
    standing = () => 'in',
  ) => {
    const who = await whom();
    const booking = await bookAttempt(knex)(keysOf(username, address, who?.username ?? username), Date.now());
    if ('usedUpForMs' in booking) throw tooMany('session.too-many-attempts', booking.usedUpForMs / 1_000);
    const { booked } = booking;
    try {
      const outcome = await work(booked, who);
      const stands = standing(outcome);
      if (stands === 'in') await settleAttempt(knex)(booked, Date.now());
      if (stands === 'unfinished') await giveBackAttempt(knex)(booked);
      return outcome;
    } catch (error) {
      const isWrong = error instanceof WrongSecret || (error instanceof HttpRefusal && error.status === 401);
      if (!isWrong) await giveBackAttempt(knex)(booked);
      throw error;
    }
  };
  return { attempt: (...attempted) => atWork.within(() => attempt(...attempted)) };
}

function keysOf(username: string, address: string, account: string): LogInKeys {
  const network = networkOf(address);
  return {
    account: hash(account),
    address: hash(network),
    pair: hash(`${folded(username)}\n${network}`),
  };
}
