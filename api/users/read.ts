import { operation } from '../operation.ts';
import { answerUser, findUser } from './find.ts';
import { userDetails, userParams } from './schemas.ts';

/** One user of a company (UM-12). */
export const readUser = operation({
  id: 'readUser',
  method: 'get',
  path: '/v1/companies/{id}/users/{userId}',
  summary: 'A user of a company',
  description: 'With his data, his invitation while it is open, and the version that a change must name.',
  tags: ['Users'],
  caller: ['user', 'operator'],
  right: 'user.read',
  params: userParams,
  responses: { 200: { description: 'The user.', schema: userDetails, versioned: true } },
  refusals: {},
  handle: findUser,
  answer: answerUser,
});
