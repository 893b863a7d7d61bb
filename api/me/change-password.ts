import { changePassword } from '../../db/changes/change-password.ts';
import { passwordTermsOf } from '../../db/queries/password-terms.ts';
import { sameForm } from '../../domain/password.ts';
import { eventActorOf } from '../caller.ts';
import { operation } from '../operation.ts';
import { newPassword, passwordReasons } from '../people/new-password.ts';
import { HttpRefusal } from '../refusal.ts';
import { proofRefusals, withOwnProof } from '../sessions/own-proof.ts';
import { renewed } from '../sessions/renewed.ts';
import { passwordBody, provenSession } from '../sessions/schemas.ts';
import { selfOf } from './self.ts';

/** UM-22: current and new; the repetition against mistyping is the form's affair. */
export const changeOwnPassword = operation({
  id: 'changeOwnPassword',
  method: 'post',
  path: '/v1/me/password',
  summary: 'Change your password',
  description:
    'Asks for the current one, and a second factor of who has one, and accepts a new one by the rules of every brand you belong to. Your other sessions ' +
    'end, links mailed to you before are dead, and a mail tells you. This session goes on under a new token. At a place ' +
    'that is not authorised it is refused, as every proof of who you are.',
  tags: ['Me'],
  caller: ['user', 'site', 'operator'],
  right: 'self',
  isFactorSetup: true,
  body: passwordBody,
  responses: { 200: { description: 'Changed.', schema: provenSession } },
  refusals: {
    ...proofRefusals,
    422: [...proofRefusals[422], 'password.unchanged', ...passwordReasons],
    503: ['request.busy'],
  },
  idempotency: {
    none: 'what is remembered of a body would let passwords be guessed; sent again, the current one is wrong.',
  },
  handle: async (call, deps) => {
    const { caller, body, receivedAt } = call;
    const { userId, sessionId } = selfOf(caller);
    const own = { userId, sessionId, password: body.currentPassword, proof: body.proof };
    const claim = { ...own, field: 'currentPassword' };
    const token = deps.tokens.newToken();
    await withOwnProof(deps, call, claim, async ({ hash: from, spent }) => {
      if (sameForm(body.newPassword) === sameForm(body.currentPassword))
        throw new HttpRefusal(422, 'password.unchanged', { details: { field: 'newPassword' } });
      const terms = await passwordTermsOf(deps.knex, userId, receivedAt);
      const to = await newPassword(deps, body.newPassword, terms);
      const session = { id: sessionId, tokenHash: deps.tokens.hashToken(token) };
      await changePassword(deps.knex)({ userId, from, to, spent, session }, eventActorOf(caller), receivedAt);
    });
    return { sessionId, token, at: receivedAt };
  },
  answer: (session, { caller }) => renewed(session, caller),
});
