import type { FoundDocument } from '../../db/queries/documents.ts';
import type { TrashedScan } from '../../db/queries/trash.ts';
import type { Instant } from '../../domain/calendar.ts';
import type { Language } from '../../texts/languages.ts';
import { paperText } from '../../texts/scans.ts';
import { presentTrashing } from '../trashings/present.ts';

/** The document as it stands at that instant. */
export function presentDocument(
  { id, mailItemId, postboxId, siteReference, publishedAt, location, pageCount, bytes }: FoundDocument,
  stay: TrashedScan | null,
  at: Instant,
  language: Language,
) {
  return {
    id,
    mailItemId,
    postboxId,
    siteReference,
    publishedAt,
    location,
    pageCount,
    bytes,
    trashing: stay && presentTrashing(stay.trashing, stay, at, language),
    paper: paperText(language),
  };
}
