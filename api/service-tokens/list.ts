import { z } from 'zod';
import { serviceTokens as tokensOf } from '../../db/queries/service-tokens.ts';
import { ok } from '../answers.ts';
import { operation } from '../operation.ts';
import { cutPage, idOfCursor, pageQuery } from '../pages.ts';
import { serviceTokens } from './schemas.ts';

/** Which programs call, and from where they may (decided.md, Places). */
export const listServiceTokens = operation({
  id: 'listServiceTokens',
  method: 'get',
  path: '/v1/service-tokens',
  summary: 'The service tokens that work',
  description:
    'With the site or the issuer each belongs to and the networks it works from. What a program sends is shown to nobody.',
  tags: ['Service tokens'],
  caller: ['operator'],
  right: 'service-token.administer',
  query: z.strictObject(pageQuery),
  responses: { 200: { description: 'Service tokens.', schema: serviceTokens } },
  refusals: {},
  handle: async (call, { knex }) => {
    call.reach();
    const { limit, after } = call.query;
    const found = await tokensOf(knex, { limit: limit + 1, after: idOfCursor(after) });
    return cutPage(found, limit, ({ id }) => [id]);
  },
  answer: (page) => ok(page),
});
