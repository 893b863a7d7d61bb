/** The code of a letter, typed by who is to administer: looked at, counted, never remembered as it was typed. */
import type { RecoveryParticulars } from '../../db/changes/command-administrator-recovery.ts';
import { keepParticulars } from '../../db/changes/keep-particulars.ts';
import type { AdministratorRecovery } from '../../domain/administrator-recovery.ts';
import { checkEnterCode } from '../../domain/administrator-recovery.ts';
import { readPrintedCode } from '../../domain/printed-code.ts';
import { orThrow } from '../../domain/verdict.ts';
import type { RecoveryMessage } from '../../workflows/administrator-recovery/messages.ts';
import { enterCode } from '../../workflows/administrator-recovery/messages.ts';
import type { Deps } from '../deps.ts';
import type { Call } from '../operation.ts';
import { HttpRefusal } from '../refusal.ts';

export const codeReasons = {
  404: ['not-found'],
  409: [
    'administrator-recovery.over',
    'administrator-recovery.not-open',
    'administrator-recovery.not-needed',
    'administrator-recovery.candidate-not-active',
  ],
  422: ['administrator-recovery.code-wrong'],
  503: ['service.temporal-away'],
} as const;

/** What was typed, hashed under every key of the ring; nothing for what is no code. */
export function typedHashesOf(code: string, { vault }: Pick<Deps, 'vault'>): readonly string[] {
  const typed = readPrintedCode(code);
  return typed === null ? [] : vault.keyedHashes('administrator-recovery', typed);
}

/** The recovery after it; refuses what `checkEnterCode` refuses, and `administrator-recovery.code-wrong`. */
export async function enterTypedCode(
  call: Pick<Call<unknown, unknown, unknown>, 'request' | 'receivedAt' | 'once'>,
  deps: Deps,
  found: AdministratorRecovery,
  actor: RecoveryMessage['actor'],
  code: string,
): Promise<AdministratorRecovery> {
  const { receivedAt } = call;
  const typedHashes = typedHashesOf(code, deps);
  if (typedHashes.length === 0) throw codeWrong();
  // The body is a code: what is remembered of it must not help anybody to guess.
  const request = { ...call.request, bodyHash: deps.tokens.hashToken(typedHashes.join()) };
  const state = await call.once(async () => {
    orThrow(checkEnterCode(found, receivedAt));
    await keepParticulars(deps.knex)(request, { typedHashes } satisfies RecoveryParticulars, receivedAt);
    return deps.lives.command({
      life: 'administrator-recovery',
      id: found.id,
      update: enterCode,
      check: (row) => checkEnterCode(row, receivedAt),
      message: { recoveryId: found.id, actor, request },
    });
  }, request);
  if (state.closed?.outcome !== 'granted') throw codeWrong();
  return state;
}

export function codeWrong(): HttpRefusal {
  return new HttpRefusal(422, 'administrator-recovery.code-wrong', { details: { field: 'code' } });
}
