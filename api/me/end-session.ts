import { endOwnSession as end } from '../../db/changes/end-own-sessions.ts';
import { noContent } from '../answers.ts';
import { eventActorOf } from '../caller.ts';
import { operation } from '../operation.ts';
import { sessionParams } from '../sessions/schemas.ts';
import { selfOf } from './self.ts';

/** A lost telephone, a browser at a friend’s (check 46). */
export const endOwnSession = operation({
  id: 'endOwnSession',
  method: 'delete',
  path: '/v1/me/sessions/{id}',
  summary: 'End one of your sessions',
  description: 'At once: its token is worthless from then on. One that has ended stays so.',
  tags: ['Me'],
  caller: ['user', 'site', 'operator'],
  right: 'self',
  params: sessionParams,
  responses: { 204: { description: 'It has ended.' } },
  refusals: {},
  handle: ({ caller, params, receivedAt }, { knex }) =>
    end(knex)(params.id, selfOf(caller).userId, eventActorOf(caller), receivedAt),
  answer: () => noContent(),
});
