import { hidden, Refused } from '../../domain/verdict.ts';
import { ok } from '../answers.ts';
import { operation } from '../operation.ts';
import { presentApplication } from './present.ts';
import { applicationParams, applicationShown } from './schemas.ts';

/** One application of the registry (UM-26). */
export const readApplication = operation({
  id: 'readApplication',
  method: 'get',
  path: '/v1/applications/{key}',
  summary: 'Read an application',
  description: 'Its dimensions, actions and profiles, in your language.',
  tags: ['Applications'],
  caller: ['user', 'site', 'operator'],
  right: 'self',
  params: applicationParams,
  responses: { 200: { description: 'The application.', schema: applicationShown } },
  refusals: {},
  handle: ({ params }, { registry }) => {
    const application = registry.get(params.key);
    return application === undefined ? Promise.reject(new Refused(hidden)) : Promise.resolve(application);
  },
  answer: (application, { language }) => ok(presentApplication(application, language)),
});
