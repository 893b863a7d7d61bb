import type { Knex } from 'knex';
import { readDocumentNotice, tellDocuments } from '../db/changes/tell-documents.ts';
import type { Instant } from '../domain/calendar.ts';
import type { DocumentNotice } from '../domain/document-notice.ts';
import type { Owing } from '../domain/life-rows.ts';

/** What the word about new documents may do; every one is harmless when repeated. */
export function documentNoticeActivities({ knex }: { readonly knex: Knex }) {
  return {
    tellDocuments: (id: string, at: Instant): Promise<Owing<DocumentNotice>> => tellDocuments(knex)(id, at),
    readDocumentNotice: (id: string): Promise<Owing<DocumentNotice>> => readDocumentNotice(knex)(id),
  };
}

export type DocumentNoticeActivities = ReturnType<typeof documentNoticeActivities>;
