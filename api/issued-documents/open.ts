/** A document is sealed where it lies and plain only on its way out (SE-02): opened, proven, or refused with an alarm. */
import type { Readable } from 'node:stream';
import type { SealedDocument } from '../../db/queries/issued-documents.ts';
import { sealedDocumentOf } from '../../db/queries/issued-documents.ts';
import { Refused, refuseState } from '../../domain/verdict.ts';
import type { ByteRange } from '../../platform/object-store.ts';
import type { Deps } from '../deps.ts';
import { openSealed } from '../documents/open-scan.ts';

/** The plain bytes of the range. Refuses `issued-document.destroyed`, `scan.unreadable` and, with 503, a store that is away. */
export function openDocument(document: SealedDocument, range: ByteRange, deps: Deps): Promise<Readable> {
  const { documentId, issuerId, blobId, keys } = document;
  const destroyed = new Refused(refuseState('issued-document.destroyed'));
  if (keys === null) throw destroyed;
  return openSealed(
    {
      facts: { documentId, blobId, issuerId },
      dataKey: () => deps.vault.openDataKey(keys.issuer, issuerId, keys.data, blobId),
      blobId,
      destroyed,
      // Destroyed since the keys were read: nothing is wrong.
      isDestroyed: async () => {
        const forms = await Promise.all(
          (['pdf', 'ubl'] as const).map((form) => sealedDocumentOf(deps.knex, documentId, form)),
        );
        return forms.some((form) => form?.blobId === blobId && form.keys === null);
      },
    },
    range,
    deps,
  );
}
