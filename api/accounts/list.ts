import { accountsOfCompany } from '../../db/queries/accounts.ts';
import { ok } from '../answers.ts';
import { operation } from '../operation.ts';
import { findCompany } from '../users/find.ts';
import { companyParams } from '../users/schemas.ts';
import { presentAccount } from './present.ts';
import { accountsShown } from './schemas.ts';

/** One company, many accounts (UM-11). */
export const listAccounts = operation({
  id: 'listAccounts',
  method: 'get',
  path: '/v1/companies/{id}/accounts',
  summary: 'The customer accounts of a company',
  description: 'By number. Rights are always on one of them.',
  tags: ['Accounts'],
  caller: ['user', 'operator'],
  right: 'account.read',
  params: companyParams,
  responses: { 200: { description: 'All of them.', schema: accountsShown } },
  refusals: {},
  handle: async (call, deps) => {
    const { companyId } = await findCompany(call, deps);
    return accountsOfCompany(deps.knex, companyId);
  },
  answer: (accounts) => ok({ items: accounts.map(presentAccount) }),
});
