import type { RecoveryParticulars } from '../../db/changes/command-administrator-recovery.ts';
import { keepParticulars } from '../../db/changes/keep-particulars.ts';
import { bookTry } from '../../db/changes/log-in-attempts.ts';
import { recoveryOfCandidate } from '../../db/queries/administrator-recoveries.ts';
import { attemptBySecret } from '../../db/queries/second-factors.ts';
import { checkEnterCode } from '../../domain/administrator-recovery.ts';
import { readPrintedCode } from '../../domain/printed-code.ts';
import { orThrow, Refused } from '../../domain/verdict.ts';
import { enterCode } from '../../workflows/administrator-recovery/messages.ts';
import { codeWrong } from '../administrator-recoveries/enter-code.ts';
import { factorCodeBody, factorsGone } from '../administrator-recoveries/schemas.ts';
import { ok } from '../answers.ts';
import type { Deps } from '../deps.ts';
import { mayGuess } from '../factors/match.ts';
import type { Call } from '../operation.ts';
import { operation } from '../operation.ts';
import { HttpRefusal, tooMany } from '../refusal.ts';
import { attemptOver, secretHashOf } from './attempt.ts';
import { atSameTime } from './same-time.ts';

/** The code of the letter in place of the factors that were lost (decided.md, People; checks 31, 33, 34, 40). */
export const enterFactorCode = operation({
  id: 'enterFactorCode',
  method: 'post',
  path: '/v1/sessions/lost-factors',
  summary: 'Remove lost factors by the code of the letter',
  description:
    'With the secret of a log-in whose password was right, once the days to object are over. Every second factor and ' +
    'recovery code of the user is removed, and what was open of him ends; nobody is logged in by this. Ten wrong codes ' +
    'end the recovery; a slip of the hand that the check symbol shows does not count. From a place that is not ' +
    'authorised every code that does nothing is answered alike, whether or not the password was right.',
  tags: ['Sessions'],
  caller: 'anyone',
  right: 'public',
  body: factorCodeBody,
  responses: { 200: { description: 'They are gone; log in again.', schema: factorsGone } },
  refusals: {
    401: ['factor.attempt-over'],
    409: [
      'administrator-recovery.over',
      'administrator-recovery.not-open',
      'administrator-recovery.person-is-staff',
      'administrator-recovery.person-not-active',
      'administrator-recovery.no-factor',
      'administrator-recovery.factor-used',
    ],
    422: ['administrator-recovery.code-wrong'],
    429: ['session.too-many-attempts'],
    503: ['service.temporal-away'],
  },
  handle: async (call, deps) => {
    const typed = readPrintedCode(call.body.code);
    if (typed === null) throw codeWrong();
    const answer = await atSameTime(
      () => enter(call, deps, deps.vault.keyedHashes('administrator-recovery', typed)),
      (said) => said !== 'removed',
    );
    if (answer !== 'removed') throw answer;
  },
  answer: () => ok({ removed: true }),
});

type CodeCall = Call<unknown, unknown, { attempt?: string | undefined; code: string }>;

/** Refusals are returned, not thrown, so that they are answered after the same time. */
async function enter(call: CodeCall, deps: Deps, typedHashes: readonly string[]) {
  const secretHash = secretHashOf(call, deps);
  // The body is a code: what is remembered of it must not help anybody to guess.
  const bodyHash = deps.tokens.hashToken([secretHash, ...typedHashes].join());
  const request = { ...call.request, bodyHash };
  try {
    const state = await call.once(() => send(call, deps, { secretHash, typedHashes, request }), request);
    return state.closed?.outcome === 'granted' ? ('removed' as const) : codeWrong();
  } catch (error) {
    if (error instanceof Refused || error instanceof HttpRefusal) return error;
    throw error;
  }
}

interface Typed {
  readonly secretHash: string;
  readonly typedHashes: readonly string[];
  readonly request: CodeCall['request'];
}

async function send(call: CodeCall, deps: Deps, { secretHash, typedHashes, request }: Typed) {
  const { receivedAt } = call;
  const isBooked = await bookTry(deps.knex)(secretHash, receivedAt);
  const attempt = isBooked ? await attemptBySecret(deps.knex, secretHash) : null;
  if (attempt === null) throw attemptOver();
  const isToldMore = attempt.nextStep === 'factor';
  try {
    if (attempt.proven === null) throw codeWrong();
    const { userId, credentialVersion } = attempt.proven;
    if (!(await mayGuess(deps, userId))) throw tooMany('session.too-many-attempts', 3_600);
    const found = await recoveryOfCandidate(deps.knex, userId, 'factors');
    if (found === null) throw codeWrong();
    orThrow(checkEnterCode(found, receivedAt));
    const particulars: RecoveryParticulars = { typedHashes, credentialVersion };
    await keepParticulars(deps.knex)(request, particulars, receivedAt);
    return await deps.lives.command({
      life: 'administrator-recovery',
      id: found.id,
      update: enterCode,
      check: (row) => checkEnterCode(row, receivedAt),
      message: { recoveryId: found.id, actor: { type: 'user', id: userId }, request },
    });
  } catch (error) {
    const isRefusal = error instanceof Refused || (error instanceof HttpRefusal && error.status < 500);
    if (!isRefusal) throw error;
    // Somebody changed meanwhile has proven nothing; from an unknown place nobody is told why.
    if (!isToldMore) throw codeWrong();
    throw error instanceof Refused && error.refusal.kind === 'hidden' ? attemptOver() : error;
  }
}
