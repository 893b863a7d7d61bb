import type { SpentFactor } from '../../db/changes/spend-factor.ts';
import { credentialsOf } from '../../db/queries/identity.ts';
import { hasFactor } from '../../db/queries/second-factors.ts';
import type { Instant } from '../../domain/calendar.ts';
import { checkProof } from '../../domain/second-factor.ts';
import { orThrow, Refused } from '../../domain/verdict.ts';
import type { Deps } from '../deps.ts';
import { matchFactor, mayGuess } from '../factors/match.ts';
import type { FactorProof } from '../factors/schemas.ts';
import type { Call } from '../operation.ts';
import { HttpRefusal, tooMany, WrongSecret } from '../refusal.ts';
import { refuseUnknownPlace } from './entry.ts';

interface Claim {
  readonly userId: string;
  readonly sessionId: string;
  readonly password: string;
  /** The field the password came in. */
  readonly field: string;
  readonly proof?: FactorProof | undefined;
}

type ProvingCall = Pick<Call<unknown, unknown, unknown>, 'clientAddress' | 'cookie' | 'receivedAt'>;

interface Proven {
  /** The hash that the password matched. */
  readonly hash: string;
  /** To be spent in the change that it allows; null of who has no second factor. */
  readonly spent: SpentFactor | null;
}

/** The refusals of a proof, for the operations that ask for one. */
export const proofRefusals = {
  403: ['place.not-authorised'],
  422: ['password.current-wrong', 'factor.proof-needed', 'factor.wrong'],
  429: ['session.too-many-attempts'],
} as const;

/**
 * Does something for who proves that the session is his: by the password and, if he has one, a second factor, under the
 * budgets of log-in: whoever has stolen a session guesses no faster (checks 24, 30, 31, 33, 47). At a place that nobody
 * has confirmed it proves nothing (SE-04; decided.md, Places). Refuses `proofRefusals`.
 */
export async function withOwnProof<Outcome>(
  deps: Deps,
  call: ProvingCall,
  claim: Claim,
  work: (proven: Proven) => Promise<Outcome>,
): Promise<Outcome> {
  const { userId, password, field, proof } = claim;
  await refuseUnknownPlace(call, deps, userId);
  orThrow(checkProof(await hasFactor(deps.knex, userId), proof !== undefined));
  const own = await credentialsOf(deps.knex, userId);
  const attempt = { username: own.username, address: call.clientAddress, whom: () => Promise.resolve(own) };
  return deps.loginLimits.attempt(attempt, async (_booked, { passwordHash }) => {
    const isRight = await deps.passwords.verify(passwordHash ?? undefined, password);
    if (!isRight || passwordHash === null)
      throw new WrongSecret(422, 'password.current-wrong', { details: { field } });
    const spent = proof === undefined ? null : await factorOf(deps, claim, proof, call.receivedAt);
    try {
      return await work({ hash: passwordHash, spent });
    } catch (error) {
      throw error instanceof Refused && error.refusal.kind === 'hidden' ? wrongFactor() : error;
    }
  });
}

/** Only after the password: who does not know it cannot use up the tries. */
async function factorOf(
  deps: Deps,
  { userId, sessionId }: Claim,
  proof: FactorProof,
  at: Instant,
): Promise<SpentFactor> {
  if (!(await mayGuess(deps, userId))) throw tooMany('session.too-many-attempts', 3_600);
  const spent = await matchFactor(deps, userId, proof, { purpose: 'proof', givenTo: sessionId, at });
  if (spent === null) throw wrongFactor();
  return spent;
}

function wrongFactor(): HttpRefusal {
  return new HttpRefusal(422, 'factor.wrong', { details: { field: 'proof' } });
}
