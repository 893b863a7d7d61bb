import type { Knex } from 'knex';
import type { Instant } from '../../domain/calendar.ts';
import { checkShortPassword } from '../../domain/password.ts';
import { orThrow } from '../../domain/verdict.ts';
import { toDb } from '../instants.ts';
import { hasFactor } from '../queries/second-factors.ts';

/** A password that passed the policy. */
export interface ChosenPassword {
  /** argon2id. */
  readonly hash: string;
  /** Good only beside a second factor: shorter than who has none may have. */
  readonly needsFactor: boolean;
}

/**
 * Sets the password of a person who is locked: what proved him before is void. Refuses `password.too-short` when the
 * factor that allowed a short one has gone meanwhile.
 */
export async function writePassword(
  trx: Knex.Transaction,
  userId: string,
  { hash, needsFactor }: ChosenPassword,
  at: Instant,
): Promise<void> {
  orThrow(checkShortPassword(needsFactor, await hasFactor(trx, userId)));
  await trx('users')
    .where({ id: userId })
    .update({
      password_hash: hash,
      password_needs_factor: needsFactor,
      password_changed_at: toDb(at),
      credential_version: trx.raw('credential_version + 1'),
    });
}
