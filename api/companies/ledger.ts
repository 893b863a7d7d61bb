import { z } from 'zod';
import { companySubject } from '../../db/queries/companies.ts';
import { balanceOf, linesOf } from '../../db/queries/ledger.ts';
import type { LedgerLine } from '../../db/queries/ledger.ts';
import { ok } from '../answers.ts';
import { operation } from '../operation.ts';
import { cutPage, idOfCursor, pageQuery } from '../pages.ts';
import { idParameter } from '../parameters.ts';
import { ledgerPage } from './ledger-schemas.ts';

/** What a company was charged, and what it owes (WA-05). */
export const readLedger = operation({
  id: 'readLedger',
  method: 'get',
  path: '/v1/companies/{id}/ledger',
  summary: 'The account of a company',
  description:
    'Every charge and everything given back, newest first, with the balance. Lines are only ever added: a mistake is ' +
    'mended by a line below zero.',
  tags: ['Companies'],
  caller: ['user', 'operator'],
  right: 'company.ledger',
  params: z.strictObject({ id: idParameter('The company.') }),
  query: z.strictObject(pageQuery),
  responses: { 200: { description: 'A page of the account.', schema: ledgerPage } },
  refusals: {},
  handle: async (call, { knex }) => {
    const { companyId } = call.allow('company', await companySubject(knex, call.params.id));
    const { limit, after } = call.query;
    const before = idOfCursor(after);
    const page = { limit: limit + 1, ...(before !== null && { before }) };
    const lines = await linesOf(knex, companyId, page);
    return { ...cutPage(lines, limit, ({ id }) => [id]), balanceCents: await balanceOf(knex, companyId) };
  },
  answer: ({ items, ...rest }) => ok({ items: items.map(presentLine), ...rest }),
});

function presentLine({ id, kind, at, amountCents, subjectType, subjectId }: LedgerLine) {
  return { id, kind, at, amountCents, subjectType, subjectId };
}
