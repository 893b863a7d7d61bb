import { mailItemView } from '../../db/queries/mail-item-views.ts';
import { ok } from '../answers.ts';
import { operation } from '../operation.ts';
import { findItem, readerOf } from './find.ts';
import { presentMailItem } from './present.ts';
import { itemParams, mailItem } from './schemas.ts';

/** One letter with everything known and decided of it (PP-08, PP-09). */
export const readMailItem = operation({
  id: 'readMailItem',
  method: 'get',
  path: '/v1/mail-items/{id}',
  summary: 'Read a letter',
  description:
    'Where the paper stands, what can be decided until when and at what price, what it has cost, and where its scan ' +
    'lies. The paper and its picture are two things: the scan can be archived or deleted whatever happens to the ' +
    'paper, and the paper can leave while the scan stays. The `ETag` is the version of the paper; marks of reading ' +
    'and the place of the scan have no part in it.',
  tags: ['Mail items'],
  caller: ['user', 'site', 'operator'],
  right: 'mail-item.read',
  params: itemParams,
  responses: { 200: { description: 'The letter.', schema: mailItem, versioned: true } },
  refusals: {},
  handle: async (call, deps) => {
    const { item } = await findItem(call, deps);
    return { item, view: await mailItemView(deps.knex, item.id, readerOf(call), call.receivedAt) };
  },
  answer: ({ item, view }, { language }) =>
    ok(presentMailItem(item, view, language), { version: item.version }),
});
