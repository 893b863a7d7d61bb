import { setScopeValues as set } from '../../db/changes/administer-account.ts';
import { eventActorOf } from '../caller.ts';
import { operation } from '../operation.ts';
import { findAccount } from './find.ts';
import { answerAccount } from './present.ts';
import { accountDetails, scopeValuesBody, scopeValuesParams } from './schemas.ts';

/** An account gets an invoice address, a contract, a box (EM-01, DP-01, CS-01, PN-01). */
export const setScopeValues = operation({
  id: 'setScopeValues',
  method: 'put',
  path: '/v1/accounts/{accountId}/scope-values/{dimension}',
  summary: 'Register what an account has to scope rights by',
  description:
    'For staff of the operator: all values of one dimension. Nobody holds anything on a new one before the boundary names ' +
    'it; one that rights name stays.',
  tags: ['Accounts'],
  caller: ['operator'],
  right: 'account.administer',
  stepUp: true,
  ifMatch: true,
  params: scopeValuesParams,
  body: scopeValuesBody,
  responses: { 200: { description: 'The account as it is now.', schema: accountDetails, versioned: true } },
  refusals: {
    409: ['account.version-stale', 'account.value-in-use'],
    422: ['account.value-twice', 'account.box-of-other-company', 'rights.value-malformed'],
  },
  handle: async (call, deps) => {
    const { account } = await findAccount(call, deps);
    const { dimension } = call.params;
    const asked = { accountId: account.accountId, dimension, ...call.body, version: call.version };
    await set(deps.knex, deps.registry)(asked, eventActorOf(call.caller), call.receivedAt);
    return findAccount(call, deps);
  },
  answer: answerAccount,
});
