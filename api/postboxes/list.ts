import { z } from 'zod';
import { postboxesWithin } from '../../db/queries/postboxes.ts';
import { ok } from '../answers.ts';
import { operation } from '../operation.ts';
import { cutPage, keyOfCursor, pageQuery } from '../pages.ts';
import { presentPostbox } from './present.ts';
import { postboxPage } from './schemas.ts';

/** Every box the caller may read (PP-01). */
export const listPostboxes = operation({
  id: 'listPostboxes',
  method: 'get',
  path: '/v1/postboxes',
  summary: 'Your postboxes',
  description: 'Every box you may read, by number, with its settings.',
  tags: ['Postboxes'],
  caller: ['user', 'operator'],
  right: 'postbox.read',
  query: z.strictObject(pageQuery),
  responses: { 200: { description: 'A page of postboxes.', schema: postboxPage } },
  refusals: {},
  handle: async (call, { knex }) => {
    const { limit, after } = call.query;
    const key = keyOfCursor(after, ['string', 'id']);
    const page = {
      limit: limit + 1,
      after: key === null ? null : ([String(key[0]), String(key[1])] as const),
    };
    const boxes = await postboxesWithin(knex, call.reach(), call.receivedAt, page);
    return cutPage(boxes, limit, ({ number, id }) => [number, id]);
  },
  answer: ({ items, next }, { caller }) =>
    ok({ items: items.map((box) => presentPostbox(box, caller)), next }),
});
