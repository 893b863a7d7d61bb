import { revokeOwnBrowser as change } from '../../db/changes/own-places.ts';
import { noContent } from '../answers.ts';
import { eventActorOf } from '../caller.ts';
import { selfOf } from '../me/self.ts';
import { operation } from '../operation.ts';
import { browserParams } from './schemas.ts';

/** A telephone that was sold (SE-05, WF-20). */
export const revokeOwnBrowser = operation({
  id: 'revokeOwnBrowser',
  method: 'delete',
  path: '/v1/me/trusted-browsers/{id}',
  summary: 'Trust a browser no more',
  description: 'It is asked like any other again. Your other sessions end.',
  tags: ['Places'],
  caller: ['user', 'site', 'operator'],
  right: 'self',
  stepUp: true,
  params: browserParams,
  responses: { 204: { description: 'Done.' } },
  refusals: {},
  handle: ({ caller, params, receivedAt }, { knex }) => {
    const { userId, sessionId } = selfOf(caller);
    const removal = { id: params.id, userId, keptSessionId: sessionId };
    return change(knex)(removal, eventActorOf(caller), receivedAt);
  },
  answer: () => noContent(),
});
