import { openAccountOf } from '../../db/changes/administer-account.ts';
import { accountById, scopeValuesOf } from '../../db/queries/accounts.ts';
import { created } from '../answers.ts';
import { eventActorOf } from '../caller.ts';
import { operation } from '../operation.ts';
import { findCompany } from '../users/find.ts';
import { companyParams } from '../users/schemas.ts';
import { presentAccountDetails } from './present.ts';
import { accountDetails, newAccountBody } from './schemas.ts';

/** A company comes to a further account (UM-11); its boundary is another step. */
export const openAccount = operation({
  id: 'openAccount',
  method: 'post',
  path: '/v1/companies/{id}/accounts',
  summary: 'Open a customer account',
  description: 'For staff of the operator. Nobody holds anything on it yet: set its boundary next.',
  tags: ['Accounts'],
  caller: ['operator'],
  right: 'account.administer',
  stepUp: true,
  params: companyParams,
  body: newAccountBody,
  responses: { 201: { description: 'The account.', schema: accountDetails, versioned: true } },
  refusals: { 409: ['account.number-taken'] },
  handle: async (call, deps) => {
    const { companyId } = await findCompany(call, deps);
    const { number = null, name } = call.body;
    const asked = { companyId, number, name };
    const opened = await openAccountOf(deps.knex)(
      asked,
      eventActorOf(call.caller),
      call.receivedAt,
      call.request,
    );
    const account = await accountById(deps.knex, opened.accountId);
    if (account === null) throw new Error(`account ${opened.accountId} was opened and is not there`);
    return { account, values: await scopeValuesOf(deps.knex, opened.accountId) };
  },
  answer: (seen) =>
    created(presentAccountDetails(seen), `/v1/accounts/${seen.account.accountId}`, {
      version: seen.account.version,
    }),
});
