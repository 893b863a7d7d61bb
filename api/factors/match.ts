import type { GivenChallenge, SpentFactor } from '../../db/changes/spend-factor.ts';
import { passkeyOf, recoveryCodeOf, totpsOf } from '../../db/queries/second-factors.ts';
import type { TotpFactor } from '../../db/queries/second-factors.ts';
import type { Instant } from '../../domain/calendar.ts';
import { epochOf } from '../../domain/calendar.ts';
import { isFreshStep, recoveryCodeFrom } from '../../domain/second-factor.ts';
import type { UsedCredential } from '../../platform/second-factors.ts';
import type { Deps } from '../deps.ts';
import type { FactorProof } from './schemas.ts';

/** For what a passkey was asked, and to whom its challenge was given: a log-in, or the session of who proves himself anew. */
type Asking = Pick<GivenChallenge, 'purpose' | 'givenTo'>;

/** Which factor of the person the proof is, if any; nothing is used up by looking. */
export async function matchFactor(
  deps: Deps,
  userId: string,
  proof: FactorProof,
  { purpose, givenTo, at }: Asking & { readonly at: Instant },
): Promise<SpentFactor | null> {
  if (proof.kind === 'totp') return matchTotp(deps, await totpsOf(deps.knex, userId), proof.code, at);
  if (proof.kind === 'recovery-code') {
    const hashes = recoveryHashes(deps, userId, proof.code);
    const codeId = await recoveryCodeOf(deps.knex, userId, hashes);
    return codeId === null ? null : { kind: 'recovery-code', codeId };
  }
  const passkey = await passkeyOf(deps.knex, userId, proof.credential.id);
  if (passkey === null) return null;
  const used = await deps.secondFactors.passkeyUsed(proof.credential as UsedCredential, passkey);
  if (used === null) return null;
  const challenge = { challenge: used.challenge, purpose, givenTo };
  return { kind: 'passkey', factorId: passkey.id, signCount: used.signCount, challenge };
}

/** Counts a try; NIST SP 800-63B: at most 100 wrong ones of an account. Who has no password cannot use them up. */
export async function mayGuess({ limits }: Deps, userId: string): Promise<boolean> {
  const isWithinHour = await limits.trySpend('factorGuessesOfUser', userId);
  return isWithinHour && (await limits.trySpend('factorGuessesOfUserDaily', userId));
}

/** The app whose code this is; a code whose step of time was used is none. */
export function matchTotp(
  { vault, secondFactors }: Deps,
  factors: readonly TotpFactor[],
  code: string,
  at: Instant,
): Extract<SpentFactor, { kind: 'totp' }> | null {
  for (const { id, sealedSecret, lastStep } of factors) {
    const step = secondFactors.totpStep(vault.open(sealedSecret, totpContext(id)), code, epochOf(at));
    if (step !== null && isFreshStep(lastStep, step)) return { kind: 'totp', factorId: id, step };
  }
  return null;
}

/** What a sealed secret is bound to. */
export const totpContext = (factorId: string): readonly string[] => ['totp', factorId];

/** Under every key of the ring, the newest first. */
export function recoveryHashes({ vault }: Deps, userId: string, code: string): readonly string[] {
  return vault.keyedHashes('recovery-code', `${userId} ${recoveryCodeFrom(code)}`);
}
