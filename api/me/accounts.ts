import { accountsOf } from '../../db/queries/own-accounts.ts';
import { ok } from '../answers.ts';
import { applicationName } from '../applications/present.ts';
import { operation } from '../operation.ts';
import { ownAccounts } from './schemas.ts';
import { selfOf } from './self.ts';

/** UM-11: one person, many accounts. */
export const listOwnAccounts = operation({
  id: 'listOwnAccounts',
  method: 'get',
  path: '/v1/me/accounts',
  summary: 'List your accounts',
  description:
    'Every company in which you have at least one right, with its data and the postboxes concerned.',
  tags: ['Me'],
  caller: ['user', 'operator'],
  right: 'self',
  responses: { 200: { description: 'Yours.', schema: ownAccounts } },
  refusals: {},
  handle: ({ caller }, { knex, registry }) => accountsOf(knex, registry, selfOf(caller).userId),
  answer: (accounts, { language }, { registry }) =>
    ok({
      accounts: accounts.map(({ applications, ...account }) => ({
        ...account,
        applications: applications.map((held) => ({
          ...held,
          name: applicationName(registry, held.application, language),
        })),
      })),
    }),
});
