import { ok } from '../answers.ts';
import { operation } from '../operation.ts';
import { presentApplication } from './present.ts';
import { applicationsShown } from './schemas.ts';

/** UM-26: what a rights screen is drawn from; nothing of it is code. */
export const listApplications = operation({
  id: 'listApplications',
  method: 'get',
  path: '/v1/applications',
  summary: 'List the applications',
  description:
    'What rights can be granted on: dimensions with their values, actions with what they bring along, profiles with ' +
    'their cells; in your language.',
  tags: ['Applications'],
  caller: ['user', 'site', 'operator'],
  right: 'self',
  responses: { 200: { description: 'All of them.', schema: applicationsShown } },
  refusals: {},
  handle: (_call, { registry }) =>
    Promise.resolve([...registry.values()].toSorted((one, other) => (one.key < other.key ? -1 : 1))),
  answer: (applications, { language }) =>
    ok({ items: applications.map((each) => presentApplication(each, language)) }),
});
