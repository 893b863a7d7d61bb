/** Between the `issued_documents` row and what the domain asks of it. */
import type { CalendarDay } from '../domain/calendar.ts';
import type { DocumentChannel, DocumentKind, DocumentStanding } from '../domain/issued-document.ts';
import { fromDb, fromDbOrNull } from './instants.ts';

export interface DocumentRow {
  readonly id: string;
  readonly issuer_id: string;
  readonly client_code_id: string | null;
  readonly client_code: string;
  readonly number: string;
  readonly kind: DocumentKind;
  readonly issued_on: CalendarDay;
  readonly due_on: CalendarDay | null;
  readonly total_cents: number;
  readonly currency: string;
  readonly refers_to: string | null;
  readonly channel: DocumentChannel | null;
  readonly is_archived: number;
  readonly published_at: Date;
  readonly visible_from_at: Date | null;
  readonly withdrawn_at: Date | null;
  readonly corrects: string | null;
  readonly pdf_blob_id: string | null;
  readonly ubl_blob_id: string | null;
  readonly content_hash: string;
  readonly destroying_since_at: Date | null;
  readonly destroyed_at: Date | null;
  readonly number_key: string | null;
}

/** What decides whether it is seen; one whose keys are destroyed counts as destroyed. */
export function standingFrom(
  row: Pick<
    DocumentRow,
    | 'client_code_id'
    | 'issued_on'
    | 'published_at'
    | 'visible_from_at'
    | 'withdrawn_at'
    | 'destroying_since_at'
    | 'destroyed_at'
  >,
): DocumentStanding {
  return {
    clientCodeId: row.client_code_id,
    issuedOn: row.issued_on,
    publishedAt: fromDb(row.published_at),
    visibleFromAt: fromDbOrNull(row.visible_from_at),
    withdrawnAt: fromDbOrNull(row.withdrawn_at),
    destroyedAt: fromDbOrNull(row.destroyed_at ?? row.destroying_since_at),
  };
}
