/** A factor is used inside the change that it allows: once, however many try at the same moment. */
import { createHash } from 'node:crypto';
import type { Knex } from 'knex';
import type { Instant } from '../../domain/calendar.ts';
import { minutes, plusMilliseconds } from '../../domain/calendar.ts';
import { attemptMinutes } from '../../domain/log-in-attempt.ts';
import { checkProof } from '../../domain/second-factor.ts';
import { hidden, orThrow, Refused } from '../../domain/verdict.ts';
import { toDb } from '../instants.ts';
import { hasFactor } from '../queries/second-factors.ts';

/** What matched, as the API found it. */
export type SpentFactor =
  | { readonly kind: 'totp'; readonly factorId: string; readonly step: number }
  | { readonly kind: 'recovery-code'; readonly codeId: string }
  | {
      readonly kind: 'passkey';
      readonly factorId: string;
      readonly signCount: number;
      readonly challenge: GivenChallenge;
    };

/** A challenge as it was answered, and to whom it must have been given. */
export interface GivenChallenge {
  readonly challenge: string;
  readonly purpose: 'add' | 'log-in' | 'proof';
  readonly givenTo: string;
}

/** Refuses as `hidden` what was used meanwhile: a wrong factor never tells why. */
export async function spendFactor(
  trx: Knex.Transaction,
  userId: string,
  spent: SpentFactor,
  at: Instant,
): Promise<void> {
  if (spent.kind === 'passkey') await spendChallenge(trx, spent.challenge, at);
  wasGood(await rowsSpent(trx, userId, spent, at));
}

/**
 * What the holder of a session has proved himself by besides his password; the person is locked. Refuses
 * `factor.proof-needed` for nothing of who has a factor, and as `spendFactor`.
 */
export async function spendBesidePassword(
  trx: Knex.Transaction,
  userId: string,
  spent: SpentFactor | null,
  at: Instant,
): Promise<void> {
  if (spent !== null) await spendFactor(trx, userId, spent, at);
  else orThrow(checkProof(await hasFactor(trx, userId), false));
}

/** One statement each: of two at the same moment one finds the row as it was. */
function rowsSpent(trx: Knex.Transaction, userId: string, spent: SpentFactor, at: Instant): Promise<number> {
  if (spent.kind === 'recovery-code') {
    const unused = { id: spent.codeId, user_id: userId, used_at: null };
    return trx('recovery_codes')
      .where(unused)
      .update({ used_at: toDb(at) });
  }
  const factor = trx('second_factors').where({ id: spent.factorId, user_id: userId });
  const used = { last_used_at: toDb(at) };
  if (spent.kind === 'passkey') return factor.update({ ...used, sign_count: spent.signCount });
  return factor
    .whereRaw('(last_step IS NULL OR last_step < ?)', [spent.step])
    .update({ ...used, last_step: spent.step });
}

/** Refuses as `hidden` a challenge that was never given, given to another one, used, or over. */
export async function spendChallenge(
  trx: Knex.Transaction,
  { challenge, purpose, givenTo }: GivenChallenge,
  at: Instant,
): Promise<void> {
  const used = await trx('passkey_challenges')
    .where({ challenge_hash: challengeHash(challenge), purpose, given_to: givenTo, used_at: null })
    .where('ends_at', '>=', toDb(at))
    .update({ used_at: toDb(at) });
  wasGood(used);
}

/** Notes what a browser is asked. One statement that nothing else depends on: no event. */
export const giveChallenge =
  (knex: Knex) =>
  async ({ challenge, purpose, givenTo }: GivenChallenge, at: Instant): Promise<void> => {
    await knex('passkey_challenges').insert({
      challenge_hash: challengeHash(challenge),
      purpose,
      given_to: givenTo,
      ends_at: toDb(plusMilliseconds(at, minutes(attemptMinutes))),
    });
  };

function challengeHash(challenge: string): string {
  return createHash('sha256').update(challenge).digest('hex');
}

function wasGood(rows: number): void {
  if (rows === 0) throw new Refused(hidden);
}
