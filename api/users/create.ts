import { createUser as create } from '../../db/changes/create-user.ts';
import { folded } from '../../domain/folded.ts';
import { created } from '../answers.ts';
import { eventActorOf } from '../caller.ts';
import type { Deps } from '../deps.ts';
import { operation } from '../operation.ts';
import { findCompany, findUserOf } from './find.ts';
import { presentUserDetails } from './present.ts';
import { companyParams, newUserBody, userDetails } from './schemas.ts';

/** UM-13, UM-14: data and profile, then he exists, with no right to anything. */
export const createUser = operation({
  id: 'createUser',
  method: 'post',
  path: '/v1/companies/{id}/users',
  summary: 'Create a user',
  description:
    'A new username, always. He gets a mail with a link that works once, for 72 hours unless policy says otherwise, and ' +
    'chooses his password himself. From now on he exists, without any right: grant them before or after he accepts.',
  tags: ['Users'],
  caller: ['user', 'operator'],
  right: 'user.administer',
  stepUp: true,
  params: companyParams,
  body: newUserBody,
  responses: { 201: { description: 'He exists and is invited.', schema: userDetails, versioned: true } },
  refusals: {
    403: ['user.profile-above'],
    409: ['user.username-taken'],
    422: ['user.username-is-address'],
    429: ['request.too-many'],
    503: ['request.busy'],
  },
  handle: async (call, deps) => {
    const { companyId } = await findCompany(call, deps);
    const { security, sex = null, language = call.language, ...data } = call.body;
    const { userId } = await call.once(async () => {
      await deps.limits.spend('invitationsOfCompany', companyId);
      await deps.limits.spend('linkMailsToAddress', data.email);
      const user = { ...data, companyId, sex, language, security: await hashed(deps, security) };
      return create(deps.knex)(user, eventActorOf(call.caller), call.receivedAt, call.request);
    });
    return findUserOf(call, deps, userId);
  },
  answer: (seen, call) =>
    created(
      presentUserDetails(seen, call.receivedAt),
      `/v1/companies/${seen.user.companyId}/users/${seen.user.userId}`,
      { version: seen.user.version },
    ),
});

/** The answer is kept like a password, though it opens nothing (check 25). */
async function hashed(
  { passwords }: Deps,
  security: { readonly question: string; readonly answer: string } | undefined,
) {
  if (security === undefined) return null;
  const answerHash = await passwords.hash(folded(security.answer));
  return { question: security.question, answerHash };
}
