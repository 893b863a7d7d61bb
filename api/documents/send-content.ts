/** The PDF of a scan on its way out, however it was asked for. */
import type { Readable } from 'node:stream';
import type { FoundDocument, SealedScan } from '../../db/queries/documents.ts';
import { sealedScanOf } from '../../db/queries/documents.ts';
import type { ByteRange } from '../../platform/object-store.ts';
import type { Answer } from '../answers.ts';
import { streamed } from '../answers.ts';
import type { Deps } from '../deps.ts';
import type { Call } from '../operation.ts';
import { attachment } from './disposition.ts';
import { openScan } from './open-scan.ts';
import { contentRange, rangeAsked } from './range.ts';

interface OpenContent {
  readonly found: FoundDocument;
  readonly scan: SealedScan;
  readonly tag: string;
  /** What was asked for; null for the whole. */
  readonly part: ByteRange | null;
  readonly range: ByteRange;
  readonly content: Readable;
}

export const contentResponses = {
  200: { description: 'The PDF.', mediaType: 'application/pdf' },
  206: { description: 'The range asked for.', mediaType: 'application/pdf' },
} as const;

export const contentRefusals = {
  409: ['document.purged'],
  416: ['request.range-unsatisfiable'],
  500: ['scan.unreadable'],
  503: ['service.object-store-away'],
} as const;

/** The bytes asked for, opened; refuses what is destroyed, unreadable or not in the file. */
export async function openContent(
  found: FoundDocument,
  call: Call<unknown, unknown, unknown>,
  deps: Deps,
): Promise<OpenContent> {
  const scan = await sealedScanOf(deps.knex, found.id);
  const tag = `"${scan.sha256}"`;
  const asked = { range: call.header('Range'), ifRange: call.header('If-Range') };
  const part = scan.keys === null ? null : rangeAsked(asked, scan.bytes, tag);
  const range = part ?? { start: 0, end: scan.bytes };
  return { found, scan, tag, part, range, content: await openScan(scan, range, deps) };
}

/** Never stored, never run: a scan is what a stranger sent. */
export function sendContent({ found, scan, tag, part, range, content }: OpenContent): Answer {
  return streamed(part === null ? 200 : 206, content, {
    'Content-Type': 'application/pdf',
    'Content-Length': String(range.end - range.start),
    'Content-Disposition': attachment(`scan-${found.publishedOn}-${found.siteReference}.pdf`),
    'Content-Security-Policy': "default-src 'none'; sandbox",
    'Accept-Ranges': 'bytes',
    ETag: tag,
    ...(part === null ? {} : { 'Content-Range': contentRange(part, scan.bytes) }),
  });
}
