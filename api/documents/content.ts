import { operation } from '../operation.ts';
import { contentRefusals, contentResponses, openContent, sendContent } from './send-content.ts';
import { findDocument } from './find.ts';
import { documentParams } from './schemas.ts';

/** The PDF itself, decrypted while it flows (PP-06, SE-02). */
export const readDocumentContent = operation({
  id: 'readDocumentContent',
  method: 'get',
  path: '/v1/documents/{id}/content',
  summary: 'The PDF of a scan',
  description:
    'Readable wherever it lies, in the trash too, until it is destroyed. One `Range` of bytes is answered with 206, ' +
    'several with the whole; `If-Range` takes the `ETag`. Not to be stored by caches, and sandboxed in browsers. A ' +
    'scan whose object was damaged, cut off or exchanged is refused, never shown in part for the whole.',
  tags: ['Documents'],
  caller: ['user'],
  right: 'document.read',
  params: documentParams,
  responses: contentResponses,
  refusals: contentRefusals,
  handle: async (call, deps) => openContent(await findDocument(call, deps), call, deps),
  answer: sendContent,
});
