import { documentOfItem } from '../../db/queries/documents.ts';
import { contentRefusals, contentResponses, openContent, sendContent } from '../documents/send-content.ts';
import { operation } from '../operation.ts';
import { itemParams } from './schemas.ts';

/** The PDF of a letter, for who holds the letter's id (PP-06). */
export const readMailItemScan = operation({
  id: 'readMailItemScan',
  method: 'get',
  path: '/v1/mail-items/{id}/scan',
  summary: 'The PDF of a letter',
  description:
    'The same answer as the content of its document; the scan may lie in the archive or in the trash.',
  tags: ['Mail items'],
  caller: ['user'],
  right: 'document.read',
  params: itemParams,
  responses: contentResponses,
  refusals: contentRefusals,
  handle: async (call, deps) => {
    const found = call.allow('document', await documentOfItem(deps.knex, call.params.id));
    return openContent(found, call, deps);
  },
  answer: sendContent,
});
