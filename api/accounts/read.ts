import { operation } from '../operation.ts';
import { findAccount } from './find.ts';
import { answerAccount } from './present.ts';
import { accountDetails, accountParams } from './schemas.ts';

/** What scopes rights on an account: invoice addresses, contracts, postboxes (EM-01, CS-01). */
export const readAccount = operation({
  id: 'readAccount',
  method: 'get',
  path: '/v1/accounts/{accountId}',
  summary: 'Read a customer account',
  description: 'With everything it has to scope rights by.',
  tags: ['Accounts'],
  caller: ['user', 'operator'],
  right: 'account.read',
  params: accountParams,
  responses: { 200: { description: 'The account.', schema: accountDetails, versioned: true } },
  refusals: {},
  handle: (call, deps) => findAccount(call, deps),
  answer: answerAccount,
});
