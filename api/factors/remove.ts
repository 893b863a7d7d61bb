import { removeFactor } from '../../db/changes/second-factors.ts';
import { mustHaveFactorOf } from '../../db/queries/factor-rule.ts';
import { noContent } from '../answers.ts';
import { operation } from '../operation.ts';
import { doingOf } from './doing.ts';
import { factorParams } from './schemas.ts';

/** A telephone that was sold (check 33, 47). */
export const removeOwnFactor = operation({
  id: 'removeOwnFactor',
  method: 'delete',
  path: '/v1/me/factors/{id}',
  summary: 'Remove a second factor',
  description:
    'It counts no more; links that are out and your other sessions are over. With the last one your recovery codes ' +
    'go. Who must have a factor keeps one, and so does who has a password that is too short without: he chooses a ' +
    'longer one first.',
  tags: ['Second factors'],
  caller: ['user', 'site', 'operator'],
  right: 'self',
  stepUp: true,
  params: factorParams,
  responses: { 204: { description: 'It is gone.' } },
  refusals: { 409: ['factor.required', 'factor.password-too-short'] },
  handle: async (call, { knex }) => {
    const doing = doingOf(call);
    const isRequired = await mustHaveFactorOf(knex, doing.userId, doing.at);
    await removeFactor(knex)(call.params.id, isRequired, doing);
  },
  answer: () => noContent(),
});
