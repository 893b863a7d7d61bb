import type { SeenDocument } from '../../db/queries/issued-documents.ts';
import type { Instant } from '../../domain/calendar.ts';
import type { CaseStage } from '../../domain/document-case.ts';
import type { Caller } from '../caller.ts';

/** A reader sees his own mark and nothing of how it went out; an issuer the other way round (UP-15). */
export function presentDocument(
  document: SeenDocument,
  { caller: { kind }, receivedAt }: { readonly caller: Caller; readonly receivedAt: Instant },
  stage: CaseStage | null = null,
) {
  const { id, issuerId, issuerName, clientCode, number, issuedOn, dueOn, totalCents, currency } = document;
  const { channel, visibleFromAt, withdrawnAt, corrects, hasPdf, hasUbl, publishedAt, refersTo } = document;
  const isReader = kind === 'user';
  const waits = stage ?? waitsFor(document, receivedAt);
  return {
    id,
    issuer: { id: issuerId, name: issuerName },
    clientCode,
    number,
    kind: document.kind,
    issuedOn,
    dueOn,
    totalCents,
    currency,
    refersTo,
    publishedAt,
    forms: [...(hasPdf ? ['pdf'] : []), ...(hasUbl ? ['ubl'] : [])],
    isUnread: isReader ? !document.isRead : null,
    delivery: isReader ? null : { channel, visibleFromAt, withdrawnAt, corrects, waits },
  };
}

/** In a list, where cases are not looked up one by one: what it waits for is seen by the document itself. */
function waitsFor({ standing }: SeenDocument, at: Instant): CaseStage | null {
  const { clientCodeId, visibleFromAt, withdrawnAt } = standing;
  if (withdrawnAt !== null) return null;
  if (clientCodeId === null) return 'quarantined';
  return visibleFromAt !== null && visibleFromAt > at ? 'embargoed' : null;
}
