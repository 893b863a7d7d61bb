import { askEmailChange } from '../../db/changes/email-changes.ts';
import { ok } from '../answers.ts';
import { eventActorOf } from '../caller.ts';
import { operation } from '../operation.ts';
import { emailAsked, ownEmailBody } from './schemas.ts';
import { selfOf } from './self.ts';

/** Check 47: where the link of a lost password goes is what a thief would change first. */
export const askOwnEmail = operation({
  id: 'askOwnEmail',
  method: 'put',
  path: '/v1/me/email',
  summary: 'Change your mail address',
  description:
    'A mail with a link goes to the new address and a word to the present one, which stays in force until the new one ' +
    'is confirmed. The link works for 72 hours unless policy says otherwise; asking again kills it and sends another.',
  tags: ['Me'],
  caller: ['user', 'site', 'operator'],
  right: 'self',
  stepUp: true,
  body: ownEmailBody,
  responses: {
    202: { description: 'The mail is on its way.', schema: emailAsked },
    200: { description: 'It is in force already.', schema: emailAsked },
  },
  refusals: { 429: ['request.too-many'] },
  handle: async ({ caller, body, receivedAt }, { knex, limits }) => {
    const { userId } = selfOf(caller);
    await limits.spend('linkMailsToAddress', body.email);
    return askEmailChange(knex)({ userId, email: body.email }, eventActorOf(caller), receivedAt);
  },
  answer: (linkEndsAt) => ({ ...ok({ linkEndsAt }), status: linkEndsAt === null ? 200 : 202 }),
});
