import { giveChallenge } from '../../db/changes/spend-factor.ts';
import { ok } from '../answers.ts';
import { passkeyOptions } from '../factors/schemas.ts';
import { selfOf } from '../me/self.ts';
import { operation } from '../operation.ts';

/** What the browser asks of a passkey when its owner proves himself once more (checks 33, 47). */
export const offerProofPasskey = operation({
  id: 'offerProofPasskey',
  method: 'post',
  path: '/v1/sessions/current/proof-options',
  summary: 'Prepare a proof with a passkey',
  description:
    'What `navigator.credentials.get()` is to be asked; the challenge is good once, for 5 minutes, for a proof of this ' +
    'session.',
  tags: ['Sessions'],
  caller: ['user', 'site', 'operator'],
  right: 'self',
  responses: { 200: { description: 'Ask this.', schema: passkeyOptions } },
  refusals: {},
  idempotency: { none: 'each asking gives a challenge of its own.' },
  handle: async ({ caller, receivedAt }, { knex, secondFactors }) => {
    const { sessionId } = selfOf(caller);
    const { challenge, publicKey } = await secondFactors.passkeyToUse();
    await giveChallenge(knex)({ challenge, purpose: 'proof', givenTo: sessionId }, receivedAt);
    return publicKey;
  },
  answer: (publicKey) => ok({ publicKey }),
});
