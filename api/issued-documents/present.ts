import type { SeenDocument } from '../../db/queries/issued-documents.ts';
import type { CaseStage } from '../../domain/document-case.ts';
import type { Caller } from '../caller.ts';

/** A reader sees his own mark and nothing of how it went out; an issuer the other way round (UP-15). */
export function presentDocument(document: SeenDocument, { kind }: Caller, waits: CaseStage | null = null) {
  const { id, issuerId, issuerName, clientCode, number, issuedOn, dueOn, totalCents, currency } = document;
  const { channel, visibleFromAt, withdrawnAt, corrects, hasPdf, hasUbl, publishedAt, refersTo } = document;
  const isReader = kind === 'user';
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
