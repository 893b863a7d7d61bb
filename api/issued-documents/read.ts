import { ok } from '../answers.ts';
import { operation } from '../operation.ts';
import { findIssuedDocument } from './find.ts';
import { presentDocument } from './present.ts';
import { shownDocument } from './publish.ts';
import { documentParams, issuedDocument } from './schemas.ts';

export const readIssuedDocument = operation({
  id: 'readIssuedDocument',
  method: 'get',
  path: '/v1/issued-documents/{id}',
  summary: 'One invoice or credit note',
  description:
    'For its issuer, for who receives it as long as he sees it, and for staff: what is on file, not the document.',
  tags: ['Issued documents'],
  caller: ['user', 'issuer', 'operator'],
  right: 'issued-document.read',
  params: documentParams,
  responses: { 200: { description: 'The document.', schema: issuedDocument } },
  refusals: {},
  handle: async (call, deps) => {
    const document = await findIssuedDocument(call, deps);
    return call.caller.kind === 'user' ? { document, waits: null } : shownDocument(document.id, deps);
  },
  answer: ({ document, waits }, call) => ok(presentDocument(document, call, waits)),
});
