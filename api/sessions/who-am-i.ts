import { personById } from '../../db/queries/person.ts';
import { actions } from '../../domain/action-rules.ts';
import { isReachEmpty, reachOf } from '../../domain/reach.ts';
import type { Person } from '../../db/queries/person.ts';
import type { Answer } from '../answers.ts';
import { ok } from '../answers.ts';
import type { Caller } from '../caller.ts';
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
  caller: ['user', 'site', 'operator', 'issuer'],
  right: 'self',
  isFactorSetup: true,
  responses: { 200: { description: 'You.', schema: whoIAm, versioned: true } },
  refusals: {},
  handle: ({ caller }, { knex }) =>
    caller.sessionId === null ? Promise.resolve(null) : personById(knex, caller.id),
  answer: (person, { caller }) => answerMe(person, caller),
});

/** The caller with what he may do, and the version of what he says of himself. */
export function answerMe(person: Person | null, caller: Caller): Answer {
  const possible = actions.filter((action) => !isReachEmpty(reachOf(caller.actor, action)));
  return ok(presentMe(caller, person, possible), { version: person?.version ?? 1 });
}
