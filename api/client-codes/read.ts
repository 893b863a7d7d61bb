import { z } from 'zod';
import { clientCodeById, clientCodes } from '../../db/queries/client-codes.ts';
import { ok } from '../answers.ts';
import { operation } from '../operation.ts';
import { cutPage, keyOfCursor, pageQuery } from '../pages.ts';
import { clientCodePage, clientCodeParams, clientCodeShown } from './schemas.ts';

const common = {
  tags: ['Client codes'] as [string],
  caller: ['issuer', 'operator'] as ['issuer', 'operator'],
  right: 'client-code.read' as const,
};

export const listClientCodes = operation({
  ...common,
  id: 'listClientCodes',
  method: 'get',
  path: '/v1/client-codes',
  summary: 'Your customers',
  description: 'By their code, as you told of them.',
  query: z.strictObject(pageQuery),
  responses: { 200: { description: 'A page of client codes.', schema: clientCodePage } },
  refusals: {},
  handle: async (call, { knex }) => {
    const { limit, after } = call.query;
    const key = keyOfCursor(after, ['string', 'id']);
    const from = key === null ? null : ([String(key[0]), String(key[1])] as const);
    const found = await clientCodes(knex, call.reach(), { limit: limit + 1, after: from });
    return cutPage(found, limit, ({ code, id }) => [code, id]);
  },
  answer: (page) => ok(page),
});

export const readClientCode = operation({
  ...common,
  id: 'readClientCode',
  method: 'get',
  path: '/v1/client-codes/{id}',
  summary: 'One customer',
  description: 'As the issuer told of him; nothing of who receives.',
  params: clientCodeParams,
  responses: { 200: { description: 'The client code.', schema: clientCodeShown, versioned: true } },
  refusals: {},
  handle: async (call, { knex }) => call.allow('client-code', await clientCodeById(knex, call.params.id)),
  answer: (found) => ok(found, { version: found.version }),
});
