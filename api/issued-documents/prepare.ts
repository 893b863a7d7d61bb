/**
 * A document on its way in: read, compared with what is there, its PDF checked, sealed. What is refused leaves nothing behind
 * (WF-33). A PDF is checked and sealed as a scan is.
 */
import { createHash } from 'node:crypto';
import { Readable } from 'node:stream';
import { v7 as uuid } from 'uuid';
import { keepIssuerKey } from '../../db/changes/keep-wrapped-key.ts';
import type { PreparedDocument, SealedBlob } from '../../db/changes/insert-documents.ts';
import type { PublishingGround } from '../../db/queries/publishing.ts';
import { checkPdf } from '../../documents/check-pdf.ts';
import { readUbl } from '../../documents/read-ubl.ts';
import { withScratchFile } from '../../documents/scratch.ts';
import type { CalendarDay, Instant } from '../../domain/calendar.ts';
import type { DocumentData } from '../../domain/issued-document.ts';
import { clientCodeKey } from '../../domain/client-code.ts';
import { checkIssuedOn } from '../../domain/issued-document.ts';
import { orThrow, Refused, refuseValue } from '../../domain/verdict.ts';
import { hashOf } from '../canonical.ts';
import type { Deps } from '../deps.ts';
import { Away } from '../refusal.ts';
import type { DeliveryMetadata } from './delivery-schemas.ts';

/** Computing time and memory for the structure check: as for a scan. */
const checkLimits = { seconds: 15, megabytes: 512 };

/** The files of a document, and what its issuer says of it. */
export interface DocumentFiles {
  readonly metadata: DeliveryMetadata;
  readonly pdf: Buffer | null;
  readonly ubl: Buffer | null;
}

/** What a document says, before its PDF has been looked into. */
export interface ReadDocument {
  readonly data: DocumentData;
  readonly embargoUntil: CalendarDay | null;
  readonly contentHash: string;
  readonly pdf: Buffer | null;
  readonly ubl: Buffer | null;
}

/**
 * Reads what is printed on it. Refuses `delivery.no-document`, `delivery.no-data`, `delivery.data-twice`, `delivery.pdf-twice`,
 * what `readUbl` refuses, and `issued-document.dated-later`.
 */
export function readDocument(files: DocumentFiles, { policy }: PublishingGround, now: Instant): ReadDocument {
  const { metadata, ubl } = files;
  const { data, pdf } = ubl === null ? ofPdf(files) : ofUbl(ubl, files);
  const embargoUntil = metadata.embargoUntil ?? null;
  orThrow(checkIssuedOn(data.issuedOn, embargoUntil, now, policy.zone));
  const normal = { ...data, clientCode: clientCodeKey(data.clientCode) };
  const bytes = { pdf: pdf && sha256Of(pdf), ubl: ubl && sha256Of(ubl) };
  return { data: normal, embargoUntil, contentHash: hashOf({ data: normal, ...bytes }), pdf, ubl };
}

function ofPdf({ metadata: { data }, pdf }: DocumentFiles) {
  if (pdf === null) throw refused('delivery.no-document');
  if (data === undefined) throw refused('delivery.no-data', { field: 'data' });
  const { dueOn = null, refersTo = null, ...rest } = data;
  return { data: { ...rest, dueOn, refersTo }, pdf };
}

function ofUbl(ubl: Buffer, { metadata, pdf }: DocumentFiles) {
  if (metadata.data !== undefined) throw refused('delivery.data-twice', { field: 'data' });
  const read = readUbl(ubl);
  if (!read.ok) throw refused(read.reason, 'field' in read ? { field: read.field } : {});
  if (read.pdf !== null && pdf !== null) throw refused('delivery.pdf-twice');
  return { data: read.data, pdf: read.pdf ?? pdf };
}

/** Checks the PDF and seals what there is, each under a key of its own wrapped by the issuer's. Refuses what `checkPdf` refuses. */
export async function sealDocument(
  document: ReadDocument,
  ground: PublishingGround,
  deps: Deps,
): Promise<PreparedDocument> {
  const { data, embargoUntil, contentHash, pdf, ubl } = document;
  if (pdf !== null) await checked(pdf, ground, deps);
  const issuerKey = await issuerKeyOf(ground, deps);
  const documentId = uuid();
  const sealed = { pdf: pdf && (await seal(pdf, ground.issuerId, issuerKey, deps)) };
  try {
    const ublBlob = ubl && (await seal(ubl, ground.issuerId, issuerKey, deps));
    return { documentId, data, embargoUntil, contentHash, pdf: sealed.pdf, ubl: ublBlob };
  } catch (error) {
    await removeBlobs([sealed.pdf], deps);
    throw error;
  }
}

/** A PDF alone, checked and sealed in the same way. Refuses what `checkPdf` refuses. */
export async function sealPdf(pdf: Buffer, ground: PublishingGround, deps: Deps): Promise<SealedBlob> {
  await checked(pdf, ground, deps);
  return seal(pdf, ground.issuerId, await issuerKeyOf(ground, deps), deps);
}

/** Objects that no row speaks for; what cannot be removed now is removed by the relay within a day (relay/orphans.ts). */
export async function removeBlobs(
  blobs: readonly (SealedBlob | null)[],
  { objectStore, log }: Deps,
): Promise<void> {
  for (const blob of blobs) {
    if (blob === null) continue;
    await objectStore.remove(blob.id).catch((error: unknown) => {
      log.warn({ err: error, blobId: blob.id }, 'an object is left without a row');
    });
  }
}

async function checked(pdf: Buffer, { limits }: PublishingGround, { intake }: Deps): Promise<void> {
  const { maxBytes, maxPages } = limits;
  if (pdf.length > maxBytes) throw refused('scan.too-large', { maxBytes });
  const inMemory = { dir: intake.scratchDir, maxBytes };
  const verdict = await withScratchFile(Readable.from([pdf]), inMemory, ({ path }) =>
    checkPdf({ path, qpdfPath: intake.qpdfPath, limits: { ...checkLimits, pages: maxPages } }),
  );
  if (!verdict.ok) throw refused(verdict.reason, { maxPages });
}

async function issuerKeyOf(
  { issuerId, wrappedKey }: PublishingGround,
  { knex, vault }: Deps,
): Promise<string> {
  return wrappedKey ?? keepIssuerKey(knex)(issuerId, vault.newCompanyKey(issuerId));
}

async function seal(
  bytes: Buffer,
  issuerId: string,
  issuerKey: string,
  { vault, sealedStore, log }: Deps,
): Promise<SealedBlob> {
  const id = uuid();
  const { dataKey, wrapped } = vault.newDataKey(issuerKey, issuerId, id);
  try {
    await sealedStore.putSealed(id, dataKey, Readable.from([bytes]));
  } catch (error) {
    log.error({ err: error, blobId: id }, 'a document could not be stored');
    throw new Away('object-store');
  }
  return { id, wrappedKey: wrapped, sha256: sha256Of(bytes), bytes: bytes.length };
}

function sha256Of(bytes: Buffer): string {
  return createHash('sha256').update(bytes).digest('hex');
}

function refused(reason: string, details: Record<string, string | number> = {}): Refused {
  return new Refused(refuseValue(reason, details));
}
