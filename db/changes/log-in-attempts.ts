/** Log-ins that one request does not finish (WF-20, check 33). */
import type { Knex } from 'knex';
import type { Instant } from '../../domain/calendar.ts';
import { hours, plusMilliseconds } from '../../domain/calendar.ts';
import type { NextStep } from '../../domain/log-in-attempt.ts';
import { attemptEnd, attemptTries } from '../../domain/log-in-attempt.ts';
import type { SessionKind } from '../../domain/session.ts';
import { toDb } from '../instants.ts';
import { change } from './change.ts';
import type { AskingCompany } from './place-authorisations.ts';
import { askForPlace } from './place-authorisations.ts';

export interface NewAttempt {
  /** UUIDv7. */
  readonly id: string;
  /** SHA-256 in hexadecimal of what its holder goes on with. */
  readonly secretHash: string;
  /** Who proved himself by his password; null when nobody did, which the answer must not tell. */
  readonly proven: { readonly userId: string; readonly credentialVersion: number } | null;
  readonly sessionKind: SessionKind;
  readonly address: string;
  /** Name and address together, hashed, as the budgets count them. */
  readonly pair: string;
  readonly nextStep: NextStep;
  /** Who wants the mail, when nothing else is to be proven before it. */
  readonly asks: AskingCompany | null;
  readonly at: Instant;
}

/**
 * Notes the attempt, and owes the mail where the password was right and is all there is to prove. Somebody changed or
 * deactivated meanwhile has proven nothing.
 */
export const recordAttempt =
  (knex: Knex) =>
  (attempt: NewAttempt): Promise<void> =>
    change(knex, null, async (trx) => {
      const { id, asks, at } = attempt;
      const proven =
        attempt.proven !== null && (await isStillSo(trx, attempt.proven)) ? attempt.proven : null;
      await trx('log_in_attempts').insert({
        id,
        secret_hash: attempt.secretHash,
        user_id: proven?.userId ?? null,
        credential_version: proven?.credentialVersion ?? null,
        session_kind: attempt.sessionKind,
        address: attempt.address,
        pair_hash: attempt.pair,
        next_step: attempt.nextStep,
        created_at: toDb(at),
        ends_at: toDb(attemptEnd(at)),
      });
      if (proven !== null && asks !== null)
        await askForPlace(trx, { userId: proven.userId, attemptId: id, by: asks }, at);
    });

/** Locks the person until commit; whether he is active and nothing that proves him has changed. */
export async function isStillSo(
  trx: Knex.Transaction,
  { userId, credentialVersion }: { readonly userId: string; readonly credentialVersion: number },
): Promise<boolean> {
  const user = await trx('users')
    .where({ id: userId })
    .forUpdate()
    .first<{ deactivated_at: Date | null; credential_version: number } | undefined>(
      'deactivated_at',
      'credential_version',
    );
  return user?.deactivated_at === null && user.credential_version === credentialVersion;
}

/**
 * Books one try on the secret; false when it is over, used up or unknown (check 31). One statement: parallel tries
 * count one by one.
 */
export const bookTry =
  (knex: Knex) =>
  async (secretHash: string, at: Instant): Promise<boolean> => {
    const booked = await knex('log_in_attempts')
      .where({ secret_hash: secretHash, used_at: null })
      .where('ends_at', '>=', toDb(at))
      .where('tries', '<', attemptTries)
      .increment('tries', 1);
    return booked === 1;
  };

const keptDays = 30;
const batchSize = 1_000;

/** Forgets attempts older than 30 days, and challenges that are over: housekeeping, no event. Returns how many. */
export const forgetAttempts =
  (knex: Knex) =>
  async (now: Instant): Promise<number> => {
    const before = toDb(plusMilliseconds(now, -hours(24 * keptDays)));
    let forgotten = 0;
    for (let batch = batchSize; batch === batchSize; forgotten += batch) {
      batch = await change(knex, null, (trx) =>
        trx('log_in_attempts').where('created_at', '<', before).limit(batchSize).delete(),
      );
    }
    return forgotten + (await knex('passkey_challenges').where('ends_at', '<', before).delete());
  };
