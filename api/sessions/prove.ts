import { proveSession } from '../../db/changes/prove-session.ts';
import { eventActorOf } from '../caller.ts';
import { selfOf } from '../me/self.ts';
import { operation } from '../operation.ts';
import { proofRefusals, withOwnProof } from './own-proof.ts';
import { renewed } from './renewed.ts';
import { proofBody, provenSession } from './schemas.ts';

/** Step-up: what a thief of a session would want asks for password and second factor once more (checks 33, 47). */
export const proveCurrentSession = operation({
  id: 'proveCurrentSession',
  method: 'post',
  path: '/v1/sessions/current/proof',
  summary: 'Prove once more who you are',
  description:
    'Before your e-mail address, factors, places or anybody’s rights are changed, you prove who you are by your ' +
    'password and, if you have one, a second factor (a passkey answers what `/v1/sessions/current/proof-options` gives); ' +
    'it holds for 10 minutes. The session goes on under a new token, the one before is worthless.',
  tags: ['Sessions'],
  caller: ['user', 'site', 'operator'],
  right: 'self',
  isFactorSetup: true,
  body: proofBody,
  responses: { 200: { description: 'Proved.', schema: provenSession } },
  refusals: {
    ...proofRefusals,
    503: ['request.busy'],
  },
  idempotency: { none: 'a remembered answer would have to hold the token, and proving twice is proving.' },
  handle: async (call, deps) => {
    const { caller, body, receivedAt } = call;
    const { userId, sessionId } = selfOf(caller);
    const claim = { userId, sessionId, ...body, field: 'password' };
    const token = deps.tokens.newToken();
    await withOwnProof(deps, call, claim, ({ spent }) =>
      proveSession(deps.knex)(
        { id: sessionId, userId, tokenHash: deps.tokens.hashToken(token), spent },
        eventActorOf(caller),
        receivedAt,
      ),
    );
    return { sessionId, token, at: receivedAt };
  },
  answer: (session, { caller }) => renewed(session, caller),
});
