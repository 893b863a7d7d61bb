import { factorsOf, recoveryCodesLeft } from '../../db/queries/second-factors.ts';
import { mustHaveFactorOf } from '../../db/queries/factor-rule.ts';
import { ok } from '../answers.ts';
import { selfOf } from '../me/self.ts';
import { operation } from '../operation.ts';
import { ownFactors } from './schemas.ts';

/** With what do I prove myself? (check 33) */
export const listOwnFactors = operation({
  id: 'listOwnFactors',
  method: 'get',
  path: '/v1/me/factors',
  summary: 'List your second factors',
  description:
    'Apps and passkeys, how many recovery codes are left, and whether you must have a factor at all.',
  tags: ['Second factors'],
  caller: ['user', 'site', 'operator'],
  right: 'self',
  isFactorSetup: true,
  responses: { 200: { description: 'Yours.', schema: ownFactors } },
  refusals: {},
  handle: async ({ caller, receivedAt }, { knex }) => {
    const { userId } = selfOf(caller);
    return {
      factors: [...(await factorsOf(knex, userId))],
      recoveryCodesLeft: await recoveryCodesLeft(knex, userId),
      isRequired: await mustHaveFactorOf(knex, userId, receivedAt),
    };
  },
  answer: (found) => ok(found),
});
