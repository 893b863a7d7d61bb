/** One document on its way in by a form of two parts (WF-33). */
import type { PreparedDocument } from '../../db/changes/insert-documents.ts';
import { OutcomeUnknown } from '../../db/changes/change.ts';
import type { KnownDocument } from '../../db/changes/publish-documents.ts';
import { numbersHeld } from '../../db/queries/publishing.ts';
import type { PublishingGround } from '../../db/queries/publishing.ts';
import { checkNumber, visibleFrom } from '../../domain/issued-document.ts';
import { orThrow, Refused, refuseValue } from '../../domain/verdict.ts';
import { hashOf } from '../canonical.ts';
import type { Deps } from '../deps.ts';
import { readForm } from '../middleware/form.ts';
import type { Call, FormSpec, RequestMark } from '../operation.ts';
import { validated } from '../validation.ts';
import { deliveryMetadata } from './delivery-schemas.ts';
import type { ReadDocument } from './prepare.ts';
import { readDocument, removeBlobs, sealDocument } from './prepare.ts';

export const documentForm: FormSpec = {
  json: { name: 'metadata', schema: deliveryMetadata },
  file: {
    name: 'document',
    mediaType: 'application/pdf, application/xml',
    description: 'The PDF, or UBL 2.1 (Peppol BIS Billing 3).',
  },
};

/** UBL with a PDF in it is a third longer than the PDF. */
export const maxFormBytes = 32_000_000;

export const takeInRefusals = {
  400: ['request.malformed-form', 'request.malformed-json', 'request.too-deep'],
  422: [
    'request.form-order',
    'delivery.no-data',
    'delivery.data-twice',
    'issued-document.dated-later',
    ...['ubl.malformed', 'ubl.dtd', 'ubl.too-costly', 'ubl.unknown-profile', 'ubl.missing', 'ubl.unreadable'],
    ...['scan.too-large', 'scan.not-a-pdf', 'scan.encrypted', 'scan.no-pages', 'scan.damaged'],
    ...['scan.too-many-pages', 'scan.check-timed-out', 'scan.too-costly'],
  ],
  503: ['request.busy', 'service.object-store-away'],
} as const;

type UploadCall = Call<unknown, unknown, undefined>;

/** The document in the form, and the mark of the request over what was sent. */
export async function readDocumentForm(
  call: UploadCall,
  ground: PublishingGround,
): Promise<{ readonly document: ReadDocument; readonly request: RequestMark }> {
  const form = readForm(call.stream, call.header('Content-Type') ?? '', documentForm);
  const told = await form.json();
  const metadata = validated(deliveryMetadata, told, 'body');
  const bytes = await collected(await form.file());
  await form.end();
  // What does not begin as XML is checked as the PDF that it should be.
  const isPdf = !/^\s*</.test(
    bytes
      .subarray(0, 100)
      .toString()
      .replace(/^\uFEFF/, ''),
  );
  const files = { metadata, pdf: isPdf ? bytes : null, ubl: isPdf ? null : bytes };
  const document = readDocument(files, ground, call.receivedAt);
  return {
    document,
    request: call.requestOver(hashOf({ metadata: told, contentHash: document.contentHash })),
  };
}

/** Whole, up to the most that is taken. Refuses `scan.too-large`. */
export async function collected(stream: AsyncIterable<unknown>): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let bytes = 0;
  for await (const chunk of stream as AsyncIterable<Buffer>) {
    bytes += chunk.length;
    if (bytes > maxFormBytes) throw new Refused(refuseValue('scan.too-large', { maxBytes: maxFormBytes }));
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

/** The same content under its number needs neither check nor seal; other content is refused before both. Null: it is new. */
export async function holderOf(
  { data: { number }, contentHash, embargoUntil }: ReadDocument,
  { issuerId, policy }: PublishingGround,
  { knex, clock }: Deps,
): Promise<KnownDocument | null> {
  const holder = (await numbersHeld(knex, issuerId, [number])).get(number) ?? null;
  const now = clock();
  const visibleFromAt = visibleFrom(embargoUntil, now, policy.zone);
  orThrow(checkNumber(holder, { contentHash, visibleFromAt }, now));
  return holder && { number, knownId: holder.id, contentHash, embargoUntil };
}

/** Sealed, then recorded; where no row speaks for its objects they are removed, unless nobody knows whether one does. */
export async function sealedAndRecorded<Recorded>(
  document: ReadDocument,
  ground: PublishingGround,
  deps: Deps,
  record: (prepared: PreparedDocument) => Promise<Recorded & { readonly documentId: string }>,
): Promise<Recorded & { readonly documentId: string }> {
  const prepared = await sealDocument(document, ground, deps);
  const blobs = [prepared.pdf, prepared.ubl];
  try {
    const recorded = await record(prepared);
    if (recorded.documentId !== prepared.documentId) await removeBlobs(blobs, deps);
    return recorded;
  } catch (error) {
    if (!(error instanceof OutcomeUnknown)) await removeBlobs(blobs, deps);
    throw error;
  }
}
