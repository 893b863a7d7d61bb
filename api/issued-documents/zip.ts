/** Documents packed one after the other while they are sent: each is asked for again at its turn, and opened only then. */
import type { Readable } from 'node:stream';
import { finished } from 'node:stream/promises';
import { ZipFile } from 'yazl';
import type { Searcher } from '../../db/queries/document-search.ts';
import type { DocumentForm, SeenDocument } from '../../db/queries/issued-documents.ts';
import { issuedDocumentById, sealedDocumentOf } from '../../db/queries/issued-documents.ts';
import { sightsOf } from '../../db/queries/sights.ts';
import { isSeen } from '../../domain/issued-document.ts';
import type { Deps } from '../deps.ts';
import { fileName } from './content.ts';
import { openDocument } from './open.ts';

/** A stream of the archive; an error of any document ends it early, which the archive's missing end shows. */
export function zipOf(documents: readonly SeenDocument[], searcher: Searcher, deps: Deps): Readable {
  const zip = new ZipFile();
  const archive = zip.outputStream as unknown as Readable;
  pack(zip, archive, documents, searcher, deps).then(
    () => zip.end(),
    (error: unknown) => {
      if (!archive.destroyed) deps.log.error({ err: error }, 'an export ended early');
      archive.destroy(error as Error);
    },
  );
  return archive;
}

async function pack(
  zip: ZipFile,
  archive: Readable,
  documents: readonly SeenDocument[],
  searcher: Searcher,
  deps: Deps,
): Promise<void> {
  const names = new Map<string, number>();
  for (const document of documents) {
    if (archive.destroyed) throw new Error('the reader has left');
    if (!(await isStillThere(document, searcher, deps))) continue;
    const form: DocumentForm = document.hasPdf ? 'pdf' : 'ubl';
    const sealed = await sealedDocumentOf(deps.knex, document.id, form);
    if (sealed?.keys === null || sealed === null) continue;
    const content = await openDocument(sealed, { start: 0, end: sealed.bytes }, deps);
    // A reader who leaves ends the document that is being packed; else nobody would read it to its end.
    const leave = () => void content.destroy();
    archive.once('close', leave);
    // PDFs are compressed already.
    zip.addReadStream(content, unique(fileName(document, form), names), {
      compress: form === 'ubl',
      mtime: new Date(document.issuedOn),
    });
    await finished(content, { writable: false });
    archive.off('close', leave);
  }
}

/** Withdrawn or destroyed since it was found: it is left out. */
async function isStillThere(
  { id }: SeenDocument,
  searcher: Searcher,
  { knex, clock }: Deps,
): Promise<boolean> {
  const found = await issuedDocumentById(knex, id, null);
  if (found === null || found.standing.destroyedAt !== null) return false;
  if ('issuerIds' in searcher) return true;
  const now = clock();
  return isSeen(found.standing, await sightsOf(knex, searcher.readerId, now), now);
}

/** Two issuers may use one number for one client code: the second is told apart. */
function unique(name: string, names: Map<string, number>): string {
  const count = (names.get(name) ?? 0) + 1;
  names.set(name, count);
  const dot = name.lastIndexOf('.');
  return count === 1 ? name : `${name.slice(0, dot)} (${String(count)})${name.slice(dot)}`;
}
