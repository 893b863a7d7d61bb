import { trashingOfDocument } from '../../db/queries/trash.ts';
import { ok } from '../answers.ts';
import { operation } from '../operation.ts';
import { findDocument } from './find.ts';
import { presentDocument } from './present.ts';
import { document, documentParams } from './schemas.ts';

/** Where a scan lies (PP-13, PP-14). */
export const readDocument = operation({
  id: 'readDocument',
  method: 'get',
  path: '/v1/documents/{id}',
  summary: 'Read about a scan',
  description:
    'Where it lies, its pages, and while it is in the trash when it will be gone for ever. The paper and its picture ' +
    'are two things: the paper goes its own way, see the plan of its letter.',
  tags: ['Documents'],
  caller: ['user'],
  right: 'document.read',
  params: documentParams,
  responses: { 200: { description: 'The document.', schema: document } },
  refusals: {},
  handle: async (call, deps) => {
    const found = await findDocument(call, deps);
    return { found, stay: await trashingOfDocument(deps.knex, found.id, call.receivedAt) };
  },
  answer: ({ found, stay }, { receivedAt, language }) =>
    ok(presentDocument(found, stay, receivedAt, language)),
});
