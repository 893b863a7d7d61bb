import { startReset } from '../../db/changes/start-reset.ts';
import { companySubject } from '../../db/queries/companies.ts';
import { ok } from '../answers.ts';
import { eventActorOf } from '../caller.ts';
import { operation } from '../operation.ts';
import { resetStarted, userOfCompanyParams } from './schemas.ts';

/** Check 26, UM-24, X-05: started for somebody, done by himself. */
export const startUserReset = operation({
  id: 'startUserReset',
  method: 'post',
  path: '/v1/companies/{id}/users/{userId}/reset',
  summary: 'Start a new password for a user',
  description:
    'A mail with a link for 30 minutes goes to the user, who chooses the password himself; nobody else sees or sets ' +
    'one. Until then the present one goes on, and links mailed to him before are dead. Who belongs to other companies ' +
    'too, or receives or reads documents in an account, is helped by staff.',
  tags: ['Users'],
  caller: ['user', 'operator'],
  right: 'user.administer',
  params: userOfCompanyParams,
  responses: { 202: { description: 'The mail is on its way.', schema: resetStarted } },
  refusals: {
    403: ['user.own-rights', 'user.profile-above'],
    409: ['recovery.user-not-active', 'user.in-other-companies'],
    429: ['request.too-many'],
  },
  handle: async (call, { knex, limits }) => {
    const { companyId } = call.allow('company', await companySubject(knex, call.params.id));
    const { userId } = call.params;
    return call.once(async () => {
      await limits.spend('linkMailsToAddress', userId);
      const actor = eventActorOf(call.caller);
      return startReset(knex)({ companyId, userId }, actor, call.receivedAt, call.request);
    });
  },
  answer: ({ linkEndsAt }) => ({ ...ok({ linkEndsAt }), status: 202 }),
});
