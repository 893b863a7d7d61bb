import { ok } from '../answers.ts';
import { operation } from '../operation.ts';
import { findRights } from './find.ts';
import { presentForm } from './present.ts';
import { rightsForm, rightsFormQuery, rightsParams } from './schemas.ts';

/** Authorisations: what is held, what can be given, and why the rest is grey (UM-15, UM-16). */
export const readRights = operation({
  id: 'readRights',
  method: 'get',
  path: '/v1/companies/{id}/users/{userId}/rights/{accountId}/{application}',
  summary: 'The rights of a user in an application',
  description:
    'Every option of the application on that account: whether the user holds it, and if you cannot give it, why. Where the ' +
    'application has profiles, `profile` asks how the options stand under another one.',
  tags: ['Rights'],
  caller: ['user', 'operator'],
  right: 'user.administer',
  params: rightsParams,
  query: rightsFormQuery,
  responses: { 200: { description: 'The form.', schema: rightsForm, versioned: true } },
  refusals: {},
  handle: (call, deps) => findRights(call, deps),
  answer: (ground, { query, language }) =>
    ok(presentForm(ground, query.profile ?? null, language), { version: ground.holding?.version ?? 0 }),
});
