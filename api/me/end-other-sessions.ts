import { endOtherSessions as endOthers } from '../../db/changes/end-own-sessions.ts';
import { ok } from '../answers.ts';
import { eventActorOf } from '../caller.ts';
import { operation } from '../operation.ts';
import { sessionsEnded } from '../sessions/schemas.ts';
import { selfOf } from './self.ts';

/** Who suspects somebody in his account is alone in it again (check 46). */
export const endOtherSessions = operation({
  id: 'endOtherSessions',
  method: 'delete',
  path: '/v1/me/sessions',
  summary: 'End all your other sessions',
  description: 'All but the one you ask with, at once.',
  tags: ['Me'],
  caller: ['user', 'site', 'operator'],
  right: 'self',
  responses: { 200: { description: 'They have ended.', schema: sessionsEnded } },
  refusals: {},
  handle: ({ caller, receivedAt }, { knex }) => {
    const { userId, sessionId } = selfOf(caller);
    return endOthers(knex)(userId, sessionId, eventActorOf(caller), receivedAt);
  },
  answer: (ended) => ok({ ended }),
});
