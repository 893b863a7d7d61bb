import { credentialsOf } from '../../db/queries/identity.ts';
import type { Deps } from '../deps.ts';
import { WrongSecret } from '../refusal.ts';

interface Claim {
  readonly userId: string;
  readonly password: string;
  readonly clientAddress: string;
  /** The field it came in. */
  readonly field: string;
}

/**
 * Does something for who knows his password, under the budgets of log-in: whoever has stolen a session guesses no
 * faster (checks 24, 30). Hands over the hash that matched. Refuses 422 `password.current-wrong`, 429
 * `session.too-many-attempts`.
 */
export async function withCurrentPassword<Outcome>(
  { knex, passwords, loginLimits }: Deps,
  { userId, password, clientAddress, field }: Claim,
  work: (hash: string) => Promise<Outcome>,
): Promise<Outcome> {
  const { username, passwordHash } = await credentialsOf(knex, userId);
  return loginLimits.attempt(username, clientAddress, async () => {
    const isRight = await passwords.verify(passwordHash ?? undefined, password);
    if (!isRight || passwordHash === null)
      throw new WrongSecret(422, 'password.current-wrong', { details: { field } });
    return work(passwordHash);
  });
}
