import { inboxIds } from '../../db/queries/inbox.ts';
import { mailItemsListed } from '../../db/queries/mail-item-views.ts';
import { ok } from '../answers.ts';
import { operation } from '../operation.ts';
import { cutPage, idOfCursor } from '../pages.ts';
import { inboxQuery } from './inbox-query.ts';
import { presentListed } from './present.ts';
import { inboxPage } from './schemas.ts';

/** The inbox of everything the caller may read (PP-06). */
export const listMailItems = operation({
  id: 'listMailItems',
  method: 'get',
  path: '/v1/mail-items',
  summary: 'The inbox',
  description:
    'Letters of every box you may read, newest first. A letter stays listed when its scan is archived, in the trash ' +
    'or gone, for the paper and its picture are two things: `scan.location` tells, and `location` filters.',
  tags: ['Mail items'],
  caller: ['user'],
  right: 'mail-item.read',
  query: inboxQuery,
  responses: { 200: { description: 'A page of the inbox.', schema: inboxPage } },
  refusals: {},
  handle: async (call, { knex }) => {
    const { limit, after, ...filter } = call.query;
    const page = { limit: limit + 1, before: idOfCursor(after) ?? undefined };
    const ids = await inboxIds(knex, call.reach(), call.caller.id, filter, page);
    return cutPage(await mailItemsListed(knex, ids, call.caller.id), limit, ({ id }) => [id]);
  },
  answer: ({ items, next }, { language }) =>
    ok({ items: items.map((each) => presentListed(each, language)), next }),
});
