import { giveChallenge } from '../../db/changes/spend-factor.ts';
import { attemptBySecret } from '../../db/queries/second-factors.ts';
import { ok } from '../answers.ts';
import { attemptBody, passkeyOptions } from '../factors/schemas.ts';
import { operation } from '../operation.ts';
import { attemptOver, secretHashOf } from './attempt.ts';

/** What the browser asks of a passkey at log-in; the same for whoever asks, with or without one. */
export const offerLogInPasskey = operation({
  id: 'offerLogInPasskey',
  method: 'post',
  path: '/v1/sessions/factor-options',
  summary: 'Prepare a log-in with a passkey',
  description:
    'What `navigator.credentials.get()` is to be asked; the challenge is good once, for this log-in.',
  tags: ['Sessions'],
  caller: 'anyone',
  right: 'public',
  body: attemptBody,
  responses: { 200: { description: 'Ask this.', schema: passkeyOptions } },
  refusals: { 401: ['factor.attempt-over'] },
  idempotency: { none: 'each asking gives a challenge of its own.' },
  handle: async (call, deps) => {
    const attempt = await attemptBySecret(deps.knex, secretHashOf(call, deps));
    if (attempt === null || attempt.endsAt < call.receivedAt) throw attemptOver();
    const asked = await deps.secondFactors.passkeyToUse();
    const given = { challenge: asked.challenge, purpose: 'log-in' as const, givenTo: attempt.id };
    await giveChallenge(deps.knex)(given, call.receivedAt);
    return asked.publicKey;
  },
  answer: (publicKey) => ok({ publicKey }),
});
