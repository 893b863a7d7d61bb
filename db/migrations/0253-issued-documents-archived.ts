/** It came from an issuer's older archive: it went out on paper when it was issued, and nobody is told of it (WF-36). */
import { column } from './alter.ts';

export const issuedDocumentsArchived = column(
  'issued_documents',
  'is_archived',
  'BOOLEAN NOT NULL DEFAULT FALSE',
);
