import { browsersOf, placeTermsOf } from '../../db/queries/own-places.ts';
import { ok } from '../answers.ts';
import { selfOf } from '../me/self.ts';
import { operation } from '../operation.ts';
import { trustedBrowsers } from './schemas.ts';

/** Which browsers are not asked for a mail? (SE-05) */
export const listTrustedBrowsers = operation({
  id: 'listTrustedBrowsers',
  method: 'get',
  path: '/v1/me/trusted-browsers',
  summary: 'List the browsers you trust',
  description: 'Those you said to trust, until each has been unused for the days of the policy.',
  tags: ['Places'],
  caller: ['user', 'site', 'operator'],
  right: 'self',
  responses: { 200: { description: 'Your browsers.', schema: trustedBrowsers } },
  refusals: {},
  handle: async ({ caller, receivedAt }, { knex }) => {
    const { userId } = selfOf(caller);
    const { browserUnusedDays } = await placeTermsOf(knex, userId, receivedAt);
    return browsersOf(knex, userId, browserUnusedDays, receivedAt);
  },
  answer: (browsers) => ok({ browsers: [...browsers] }),
});
