import { z } from 'zod';
import type { DocumentForm, SeenDocument } from '../../db/queries/issued-documents.ts';
import { sealedDocumentOf } from '../../db/queries/issued-documents.ts';
import { hidden, Refused } from '../../domain/verdict.ts';
import { streamed } from '../answers.ts';
import { attachment } from '../documents/disposition.ts';
import { contentRange, rangeAsked } from '../documents/range.ts';
import { operation } from '../operation.ts';
import { findIssuedDocument } from './find.ts';
import { openDocument } from './open.ts';
import { documentParams } from './schemas.ts';

const mediaTypes = { pdf: 'application/pdf', ubl: 'application/xml' } as const;
const endings = { pdf: 'pdf', ubl: 'xml' } as const;

/** The document itself, decrypted while it flows (SE-02). */
export const readIssuedDocumentContent = operation({
  id: 'readIssuedDocumentContent',
  method: 'get',
  path: '/v1/issued-documents/{id}/content',
  summary: 'The PDF or the UBL of a document',
  description:
    'The PDF where there is one, or the form you ask for; a form in which it was not delivered is not there. One `Range` of bytes ' +
    'is answered with 206. Reading sets no mark. Withdrawn in between, what has begun arrives and the next reading is refused.',
  tags: ['Issued documents'],
  caller: ['user', 'issuer'],
  right: 'issued-document.open',
  params: documentParams,
  query: z.strictObject({
    form: z
      .enum(['pdf', 'ubl'])
      .meta({ description: 'The picture, or the data as it was delivered.', example: 'pdf' })
      .optional(),
  }),
  responses: {
    200: { description: 'The document.', mediaType: 'application/pdf' },
    206: { description: 'The range asked for.', mediaType: 'application/pdf' },
  },
  refusals: {
    409: ['issued-document.destroyed'],
    416: ['request.range-unsatisfiable'],
    500: ['scan.unreadable'],
    503: ['service.object-store-away'],
  },
  handle: async (call, deps) => {
    const found = await findIssuedDocument(call, deps);
    const form: DocumentForm = call.query.form ?? (found.hasPdf ? 'pdf' : 'ubl');
    const sealed = await sealedDocumentOf(deps.knex, found.id, form);
    if (sealed === null) throw new Refused(hidden);
    const asked = { range: call.header('Range'), ifRange: call.header('If-Range') };
    const tag = `"${sealed.sha256}"`;
    const part = sealed.keys === null ? null : rangeAsked(asked, sealed.bytes, tag);
    const range = part ?? { start: 0, end: sealed.bytes };
    return {
      found,
      form,
      tag,
      part,
      range,
      bytes: sealed.bytes,
      content: await openDocument(sealed, range, deps),
    };
  },
  answer: ({ found, form, tag, part, range, bytes, content }) =>
    streamed(part === null ? 200 : 206, content, {
      'Content-Type': mediaTypes[form],
      'Content-Length': String(range.end - range.start),
      'Content-Disposition': attachment(fileName(found, form)),
      'Content-Security-Policy': "default-src 'none'; sandbox",
      'Accept-Ranges': 'bytes',
      ETag: tag,
      ...(part === null ? {} : { 'Content-Range': contentRange(part, bytes) }),
    }),
});

/** `2027-02-02 DL210001 2027-000123.pdf`, without what no file system takes. */
export function fileName({ issuedOn, clientCode, number }: SeenDocument, form: DocumentForm): string {
  return `${issuedOn} ${clientCode} ${number}.${endings[form]}`.replaceAll(/[\\/:*?"<>|\p{Cc}]/gu, '_');
}
