import { z } from 'zod';
import { addresseesOf } from '../../db/queries/postbox-parts.ts';
import { ok } from '../answers.ts';
import { operation } from '../operation.ts';
import { cutPage, idOfCursor, pageQuery } from '../pages.ts';
import { findBox } from './find.ts';
import { addresseePage, boxParams } from './schemas.ts';

/** The names under which a box receives mail (PP-03). */
export const listAddressees = operation({
  id: 'listAddressees',
  method: 'get',
  path: '/v1/postboxes/{id}/addressees',
  summary: 'The addressees of a postbox',
  description: 'Names that the site recognises on letters, in the order in which they were added.',
  tags: ['Postboxes'],
  caller: ['user', 'site', 'operator'],
  right: 'postbox.read',
  params: boxParams,
  query: z.strictObject(pageQuery),
  responses: { 200: { description: 'A page of names.', schema: addresseePage } },
  refusals: {},
  handle: async (call, deps) => {
    const box = await findBox(call, deps);
    const { limit, after } = call.query;
    const found = await addresseesOf(deps.knex, box.id, { limit: limit + 1, after: idOfCursor(after) ?? '' });
    return cutPage(found, limit, ({ id }) => [id]);
  },
  answer: (page) => ok(page),
});
