import { endSession } from '../../db/changes/end-session.ts';
import { noContent } from '../answers.ts';
import { eventActorOf } from '../caller.ts';
import { operation } from '../operation.ts';
import { cookieGone } from './cookie.ts';

/** Ends the session that carries the request, on the server: its token is worthless from then on. */
export const logOut = operation({
  id: 'logOut',
  method: 'delete',
  path: '/v1/sessions/current',
  summary: 'Log out',
  description: 'Ends the session of this request at once. A service token has no session and stays as it is.',
  tags: ['Sessions'],
  caller: ['user', 'site', 'operator', 'issuer'],
  right: 'self',
  isFactorSetup: true,
  responses: { 204: { description: 'You are logged out.' } },
  refusals: {},
  handle: async ({ caller, receivedAt }, { knex }) => {
    if (caller.sessionId === null) return;
    await endSession(knex)(caller.sessionId, eventActorOf(caller), receivedAt);
  },
  answer: (_result, { caller }) => noContent(caller.via === 'cookie' ? { headers: cookieGone() } : {}),
});
