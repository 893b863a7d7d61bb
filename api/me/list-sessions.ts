import { z } from 'zod';
import { ok } from '../answers.ts';
import { operation } from '../operation.ts';
import { pageQuery } from '../pages.ts';
import { pageOfSessions } from '../sessions/page.ts';
import { ownSessions } from '../sessions/schemas.ts';
import { selfOf } from './self.ts';

/** Where am I logged in? (check 46) */
export const listOwnSessions = operation({
  id: 'listOwnSessions',
  method: 'get',
  path: '/v1/me/sessions',
  summary: 'List your sessions',
  description: 'Every live session of yours, the latest first; the one you ask with is marked.',
  tags: ['Me'],
  caller: ['user', 'site', 'operator'],
  right: 'self',
  query: z.strictObject(pageQuery),
  responses: { 200: { description: 'Your sessions.', schema: ownSessions } },
  refusals: {},
  handle: ({ caller, receivedAt, query }, { knex }) =>
    pageOfSessions(knex, selfOf(caller).userId, receivedAt, query),
  answer: ({ items, next }, { caller }) =>
    ok({ items: items.map((each) => ({ ...each, isCurrent: each.id === caller.sessionId })), next }),
});
