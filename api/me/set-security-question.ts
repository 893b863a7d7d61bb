import { setSecurityQuestion as set } from '../../db/changes/change-own-data.ts';
import { folded } from '../../domain/folded.ts';
import { noContent } from '../answers.ts';
import { eventActorOf } from '../caller.ts';
import { operation } from '../operation.ts';
import { securityBody } from './schemas.ts';
import { selfOf } from './self.ts';

/** UM-13, check 25: nothing is opened by it, ever. */
export const setSecurityQuestion = operation({
  id: 'setSecurityQuestion',
  method: 'put',
  path: '/v1/me/security-question',
  summary: 'Set your security question',
  description:
    'Staff may ask it on the telephone to know that they talk to you. Only a hash of the answer is kept, and it opens ' +
    'nothing: no log-in, no reset.',
  tags: ['Me'],
  caller: ['user', 'site', 'operator'],
  right: 'self',
  stepUp: true,
  body: securityBody,
  responses: { 204: { description: 'Set.' } },
  refusals: { 503: ['request.busy'] },
  handle: async ({ caller, body, receivedAt }, { knex, passwords }) => {
    const { userId } = selfOf(caller);
    const answerHash = await passwords.hash(folded(body.answer));
    await set(knex)(userId, { question: body.question, answerHash }, eventActorOf(caller), receivedAt);
  },
  answer: () => noContent(),
});
