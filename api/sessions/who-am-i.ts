import { personById } from '../../db/queries/person.ts';
import { actions, isReachEmpty, reachOf } from '../../domain/rights.ts';
import { ok } from '../answers.ts';
import { operation } from '../operation.ts';
import { presentMe } from './present.ts';
import { whoIAm } from './schemas.ts';

/** What Mailroom knows of the caller: who, for whom, and what he may do. */
export const whoAmI = operation({
  id: 'whoAmI',
  method: 'get',
  path: '/v1/me',
  summary: 'Who am I?',
  description:
    'The caller with memberships, granted postboxes, sites, and the actions that are his on something.',
  tags: ['Sessions'],
  caller: ['user', 'site', 'operator'],
  right: 'self',
  responses: { 200: { description: 'You.', schema: whoIAm } },
  refusals: {},
  handle: ({ caller }, { knex }) =>
    caller.sessionId === null ? Promise.resolve(null) : personById(knex, caller.id),
  answer: (person, { caller }) =>
    ok(
      presentMe(
        caller,
        person,
        actions.filter((action) => !isReachEmpty(reachOf(caller.actor, action))),
      ),
    ),
});
