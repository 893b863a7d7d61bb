import { setBoundary as set } from '../../db/changes/set-boundary.ts';
import { ok } from '../answers.ts';
import { eventActorOf } from '../caller.ts';
import { operation } from '../operation.ts';
import { findBoundary } from './find.ts';
import { answerBoundary } from './present.ts';
import { boundaryBody, boundaryParams, boundarySaved, boundaryShown } from './schemas.ts';

/** What anybody may hold on the account in the application, whoever gave it (decided.md, Rights). */
export const readBoundary = operation({
  id: 'readBoundary',
  method: 'get',
  path: '/v1/accounts/{accountId}/boundary/{application}',
  summary: 'What a company may hold on an account',
  description: 'The limit that the operator set for everybody there; without one, nobody can hold anything.',
  tags: ['Accounts'],
  caller: ['user', 'operator'],
  right: 'account.read',
  params: boundaryParams,
  responses: { 200: { description: 'The boundary.', schema: boundaryShown, versioned: true } },
  refusals: {},
  handle: (call, deps) => findBoundary(call, deps),
  answer: answerBoundary,
});

export const setBoundary = operation({
  id: 'setBoundary',
  method: 'put',
  path: '/v1/accounts/{accountId}/boundary/{application}',
  summary: 'Set what a company may hold on an account',
  description:
    'For staff of the operator. What is added is granted to the administrators in the same act; what is left out counts at ' +
    'once for everybody, routers and their people included.',
  tags: ['Accounts'],
  caller: ['operator'],
  right: 'account.administer',
  stepUp: true,
  ifMatch: true,
  params: boundaryParams,
  body: boundaryBody,
  responses: { 200: { description: 'What changed.', schema: boundarySaved, versioned: true } },
  refusals: {
    409: ['rights.version-stale'],
    422: [
      'rights.not-granted',
      'rights.scope-incomplete',
      'rights.action-unknown',
      'rights.action-not-settable',
      'rights.value-unknown',
      'rights.value-malformed',
      'rights.value-not-of-account',
      'rights.value-of-other-kind',
      'rights.excluded',
      'rights.profile-unknown',
      'rights.profile-violated',
      'rights.not-administrator',
      'account.box-of-other-company',
    ],
  },
  handle: async (call, deps) => {
    const { account, application } = await findBoundary(call, deps);
    const { accountId } = account;
    const asked = { accountId, application: application.key, ...call.body, version: call.version };
    return set(deps.knex, deps.registry)(asked, eventActorOf(call.caller), call.receivedAt, null);
  },
  answer: (saved) => ok(saved, { version: saved.version }),
});
