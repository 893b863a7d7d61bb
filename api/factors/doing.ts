import type { FactorDoing } from '../../db/changes/second-factors.ts';
import { recoveryCodeCount } from '../../domain/second-factor.ts';
import { eventActorOf } from '../caller.ts';
import type { Deps } from '../deps.ts';
import { selfOf } from '../me/self.ts';
import type { Call } from '../operation.ts';
import { recoveryHashes } from './match.ts';

/** Who changes his factors, and with which session. */
export function doingOf({
  caller,
  receivedAt,
}: Pick<Call<unknown, unknown, unknown>, 'caller' | 'receivedAt'>): FactorDoing {
  return { ...selfOf(caller), actor: eventActorOf(caller), at: receivedAt };
}

/** New recovery codes with what is kept of them. */
export function newCodes(deps: Deps, userId: string) {
  const codes = Array.from({ length: recoveryCodeCount }, () => deps.secondFactors.newRecoveryCode());
  return { codes, codeHashes: codes.map((code) => recoveryHashes(deps, userId, code)[0] ?? '') };
}
