import { changeOwnData as change } from '../../db/changes/change-own-data.ts';
import { personById } from '../../db/queries/person.ts';
import { eventActorOf } from '../caller.ts';
import { operation } from '../operation.ts';
import { answerMe } from '../sessions/who-am-i.ts';
import { whoIAm } from '../sessions/schemas.ts';
import { ownDataBody } from './schemas.ts';
import { selfOf } from './self.ts';

/** UM-10: my identification. Username and rights are others’ to change, the mail address has a way of its own. */
export const changeOwnData = operation({
  id: 'changeOwnData',
  method: 'patch',
  path: '/v1/me',
  summary: 'Change what you say of yourself',
  description: 'Names, salutation, telephone and language. What is left out stays as it is.',
  tags: ['Me'],
  caller: ['user', 'site', 'operator'],
  right: 'self',
  body: ownDataBody,
  ifMatch: true,
  responses: { 200: { description: 'You, as you are now.', schema: whoIAm, versioned: true } },
  refusals: { 409: ['user.version-stale'] },
  handle: async ({ caller, body, version, receivedAt }, { knex }) => {
    const { userId } = selfOf(caller);
    await change(knex)(userId, body, version, eventActorOf(caller), receivedAt);
    return personById(knex, userId);
  },
  answer: (person, { caller }) => answerMe(person, caller),
});
