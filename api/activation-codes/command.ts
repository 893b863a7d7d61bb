import { announceCode } from '../../db/changes/announce-codes.ts';
import { revokeCode } from '../../db/changes/revoke-code.ts';
import { ok } from '../answers.ts';
import { eventActorOf } from '../caller.ts';
import { announcementBody } from '../code-batches/schemas.ts';
import { operation } from '../operation.ts';
import { findCode } from './find.ts';
import { presentCode } from './present.ts';
import { codeParams, codeShown } from './schemas.ts';

const common = {
  tags: ['Activation codes'] as [string],
  caller: ['issuer'] as ['issuer'],
  right: 'activation-code.administer' as const,
};

/** UP-12, UP-18, X-08. */
export const announceActivationCode = operation({
  ...common,
  id: 'announceActivationCode',
  method: 'post',
  path: '/v1/activation-codes/{id}/announcements',
  summary: 'Report that a customer was told of his code',
  description:
    'A dated fact; there may be several, and the earliest counts. From that day on the code works, for 15 weeks unless the ' +
    'policy says otherwise, until local midnight.',
  params: codeParams,
  body: announcementBody,
  responses: { 200: { description: 'Noted.', schema: codeShown } },
  refusals: {
    409: ['activation-code.over'],
    422: ['activation-code.announced-in-future', 'activation-code.announced-before-creation'],
  },
  handle: async (call, deps) => {
    const { code } = await findCode(call, deps);
    await announceCode(deps.knex)(code.id, call.body, eventActorOf(call.caller), call.request);
    return findCode(call, deps);
  },
  answer: (seen) => ok(presentCode(seen)),
});

export const revokeActivationCode = operation({
  ...common,
  id: 'revokeActivationCode',
  method: 'post',
  path: '/v1/activation-codes/{id}/revocation',
  summary: 'Revoke a code',
  description: 'It no longer works. Possible until it is used; the customer may get a new one.',
  params: codeParams,
  responses: { 200: { description: 'Revoked.', schema: codeShown } },
  refusals: { 409: ['activation-code.over', 'activation-code.used'] },
  handle: async (call, deps) => {
    const { code } = await findCode(call, deps);
    await revokeCode(deps.knex)(code.id, eventActorOf(call.caller), call.request);
    return findCode(call, deps);
  },
  answer: (seen) => ok(presentCode(seen)),
});
