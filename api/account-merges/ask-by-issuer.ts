import { askForMergeByIssuer } from '../../db/changes/open-account-merge.ts';
import { clientCodeById } from '../../db/queries/client-codes.ts';
import { Refused, refuseValue } from '../../domain/verdict.ts';
import { ok } from '../answers.ts';
import { eventActorOf } from '../caller.ts';
import { ownIssuer } from '../issuers/own.ts';
import { operation } from '../operation.ts';
import { issuerMergeBody, issuerMergeShown } from './schemas.ts';

/** UP-16: the issuer passes a customer's wish on, and learns nothing of accounts (UP-15). */
export const passOnAccountMerge = operation({
  id: 'passOnAccountMerge',
  method: 'post',
  path: '/v1/client-codes/merge-wishes',
  summary: 'Pass on that a customer wants two client codes in one account',
  description:
    'Those concerned are asked, and our staff look at it. The answer is the same whoever receives them; you hear no more of it.',
  tags: ['Client codes'],
  caller: ['issuer'],
  right: 'account-merge.ask',
  body: issuerMergeBody,
  responses: { 200: { description: 'Whether there is anything to do.', schema: issuerMergeShown } },
  refusals: { 422: ['account-merge.unknown-client'] },
  handle: async (call, deps) => {
    const issuer = await ownIssuer(call, deps);
    const { knex } = deps;
    const { clientCodeId, intoClientCodeId } = call.body;
    for (const [field, id] of Object.entries(call.body))
      if ((await clientCodeById(knex, id))?.issuerId !== issuer.id)
        throw new Refused(refuseValue('account-merge.unknown-client', { field }));
    const asked = { issuerId: issuer.id, clientCodeId, intoClientCodeId };
    return askForMergeByIssuer(knex)(asked, eventActorOf(call.caller), call.request);
  },
  answer: (isAccepted) => ok({ outcome: isAccepted ? 'accepted' : 'nothing-to-do' }),
});
