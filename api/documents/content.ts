import { sealedScanOf } from '../../db/queries/documents.ts';
import { streamed } from '../answers.ts';
import { operation } from '../operation.ts';
import { attachment } from './disposition.ts';
import { findDocument } from './find.ts';
import { openScan } from './open-scan.ts';
import { contentRange, rangeAsked } from './range.ts';
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
  responses: {
    200: { description: 'The PDF.', mediaType: 'application/pdf' },
    206: { description: 'The range asked for.', mediaType: 'application/pdf' },
  },
  refusals: {
    409: ['document.purged'],
    416: ['request.range-unsatisfiable'],
    500: ['scan.unreadable'],
    503: ['service.object-store-away'],
  },
  handle: async (call, deps) => {
    const found = await findDocument(call, deps);
    const scan = await sealedScanOf(deps.knex, found.id);
    const tag = `"${scan.sha256}"`;
    const asked = { range: call.header('Range'), ifRange: call.header('If-Range') };
    const part = scan.keys === null ? null : rangeAsked(asked, scan.bytes, tag);
    const range = part ?? { start: 0, end: scan.bytes };
    return { found, scan, tag, part, range, content: await openScan(scan, range, deps) };
  },
  answer: ({ found, scan, tag, part, range, content }) =>
    streamed(part === null ? 200 : 206, content, {
      'Content-Type': 'application/pdf',
      'Content-Length': String(range.end - range.start),
      'Content-Disposition': attachment(`scan-${found.publishedOn}-${found.siteReference}.pdf`),
      'Content-Security-Policy': "default-src 'none'; sandbox",
      'Accept-Ranges': 'bytes',
      ETag: tag,
      ...(part === null ? {} : { 'Content-Range': contentRange(part, scan.bytes) }),
    }),
});
