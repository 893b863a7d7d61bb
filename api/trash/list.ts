import { z } from 'zod';
import { scansInTrash } from '../../db/queries/trash.ts';
import { ok } from '../answers.ts';
import { operation } from '../operation.ts';
import { cutPage, idOfCursor, pageQuery } from '../pages.ts';
import { presentTrashing } from '../trashings/present.ts';
import { trashPage } from '../trashings/schemas.ts';

/** What lies in the trash of everything the caller may read (PP-14). */
export const listTrash = operation({
  id: 'listTrash',
  method: 'get',
  path: '/v1/trash',
  summary: 'The trash',
  description:
    'Scans in the trash of every box you may read, newest letter first: for each the day and time at which it is gone ' +
    'for ever, whether staff hold it, and where restoring puts it. The paper is not concerned.',
  tags: ['Trash'],
  caller: ['user'],
  right: 'document.read',
  query: z.strictObject(pageQuery),
  responses: { 200: { description: 'A page of the trash.', schema: trashPage } },
  refusals: {},
  handle: async (call, { knex }) => {
    const { limit, after } = call.query;
    const page = { limit: limit + 1, before: idOfCursor(after) ?? undefined };
    const scans = await scansInTrash(knex, call.reach(), call.receivedAt, page);
    return cutPage(scans, limit, ({ trashing }) => [trashing.documentId]);
  },
  answer: ({ items, next }, { receivedAt, language }) =>
    ok({ items: items.map((each) => presentTrashing(each.trashing, each, receivedAt, language)), next }),
});
