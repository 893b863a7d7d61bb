import { renewRecoveryCodes as renew } from '../../db/changes/second-factors.ts';
import { created } from '../answers.ts';
import { operation } from '../operation.ts';
import { doingOf, newCodes } from './doing.ts';
import { newRecoveryCodes } from './schemas.ts';

/** The list was lost, or is used up (check 33, 47). */
export const renewRecoveryCodes = operation({
  id: 'renewRecoveryCodes',
  method: 'post',
  path: '/v1/me/recovery-codes',
  summary: 'Get new recovery codes',
  description: 'Ten new ones, shown only here; those before are worthless. Only for who has a second factor.',
  tags: ['Second factors'],
  caller: ['user', 'site', 'operator'],
  right: 'self',
  stepUp: true,
  responses: { 201: { description: 'Write them down.', schema: newRecoveryCodes } },
  refusals: { 404: ['not-found'] },
  idempotency: { none: 'a remembered answer would have to hold the codes; asking again gives others.' },
  handle: async (call, deps) => {
    const doing = doingOf(call);
    const { codes, codeHashes } = newCodes(deps, doing.userId);
    await renew(deps.knex)(codeHashes, doing);
    return codes;
  },
  answer: (recoveryCodes) => created({ recoveryCodes }, '/v1/me/factors'),
});
