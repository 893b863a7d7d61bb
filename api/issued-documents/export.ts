/** What a search found, taken along: as a table, or the documents themselves (IP-10). */
import { Readable } from 'node:stream';
import { z } from 'zod';
import { countDocuments } from '../../db/queries/document-search.ts';
import type { SeenDocument } from '../../db/queries/issued-documents.ts';
import { workbookOf } from '../../documents/document-table.ts';
import { Refused, refuseValue } from '../../domain/verdict.ts';
import { documentColumns, documentKindWords } from '../../texts/document-table.ts';
import type { Language } from '../../texts/languages.ts';
import { sayFirst } from '../../texts/languages.ts';
import { streamed } from '../answers.ts';
import type { CsvValue } from '../csv.ts';
import { csvOf } from '../csv.ts';
import type { Deps } from '../deps.ts';
import { attachment } from '../documents/disposition.ts';
import type { Call } from '../operation.ts';
import { operation } from '../operation.ts';
import { allFound } from './all-found.ts';
import type { SearchQuery } from './search-query.ts';
import { filterOf, searcherOf, searchFilter } from './search-query.ts';
import { zipOf } from './zip.ts';

/** A table of so many rows is made in memory; so many documents fit into a folder that anybody looks through. */
const most = { rows: 20_000, documents: 1_000 };

const common = {
  method: 'get',
  tags: ['Issued documents'] as [string],
  caller: ['user', 'issuer'] as ['user', 'issuer'],
  query: z.strictObject(searchFilter),
  refusals: { 422: ['issued-document.too-many'] },
} as const;

type ExportCall = Call<unknown, SearchQuery, unknown>;

export const exportIssuedDocumentsCsv = operation({
  ...common,
  id: 'exportIssuedDocumentsCsv',
  path: '/v1/issued-documents.csv',
  summary: 'What a search finds, as comma-separated values',
  description:
    'All of it, in the order of the search, headed in your language; amounts with a point and two decimals in each, days as ' +
    'YYYY-MM-DD. A text that a spreadsheet would take for a formula has an apostrophe in front.',
  right: 'issued-document.read',
  responses: { 200: { description: 'The table.', mediaType: 'text/csv' } },
  handle: tableAsked,
  answer: ({ header, rows }) =>
    streamed(200, Readable.from([csvOf(header, rows)]), {
      'Content-Type': 'text/csv; charset=utf-8; header=present',
      'Content-Disposition': attachment('documents.csv'),
    }),
});

export const exportIssuedDocumentsXlsx = operation({
  ...common,
  id: 'exportIssuedDocumentsXlsx',
  path: '/v1/issued-documents.xlsx',
  summary: 'What a search finds, as an Excel workbook',
  description: 'All of it, in the order of the search. Texts are texts: no cell calculates.',
  right: 'issued-document.read',
  responses: { 200: { description: 'The workbook.', mediaType: xlsx() } },
  handle: async (call, deps) => {
    const { header, rows } = await tableAsked(call, deps);
    return workbookOf(header, rows);
  },
  answer: (workbook) =>
    streamed(200, Readable.from([workbook]), {
      'Content-Type': xlsx(),
      'Content-Disposition': attachment('documents.xlsx'),
    }),
});

export const exportIssuedDocumentsZip = operation({
  ...common,
  id: 'exportIssuedDocumentsZip',
  path: '/v1/issued-documents.zip',
  summary: 'What a search finds, the documents themselves',
  description:
    'The PDF of each, or its UBL where there is no PDF, packed while it is sent. What is withdrawn meanwhile is left out. A document ' +
    'that cannot be read ends the answer early, never a part for the whole.',
  right: 'issued-document.open',
  responses: { 200: { description: 'The documents.', mediaType: 'application/zip' } },
  handle: async (call, deps) => {
    await refuseTooMany(call, deps, most.documents);
    const found: SeenDocument[] = [];
    for await (const document of allFound(call, deps, most.documents)) found.push(document);
    return zipOf(found, await searcherOf(call, deps), deps);
  },
  answer: (zip) =>
    streamed(200, zip, {
      'Content-Type': 'application/zip',
      'Content-Disposition': attachment('documents.zip'),
      'Content-Security-Policy': "default-src 'none'; sandbox",
    }),
});

function xlsx(): string {
  return 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
}

async function tableAsked(call: ExportCall, deps: Deps) {
  await refuseTooMany(call, deps, most.rows);
  const rows: CsvValue[][] = [];
  for await (const document of allFound(call, deps, most.rows)) rows.push(rowOf(document, call.language));
  return { header: Object.values(documentColumns).map((each) => sayFirst(each, call.language)), rows };
}

/** In the order of `documentColumns`. */
function rowOf(document: SeenDocument, language: Language): CsvValue[] {
  const { issuerName, clientCode, number, kind, issuedOn, dueOn, totalCents, currency, refersTo } = document;
  const word = sayFirst(documentKindWords[kind], language);
  return [issuerName, clientCode, number, word, issuedOn, dueOn, { cents: totalCents }, currency, refersTo];
}

/** Nothing is cut off in silence: who finds more narrows his search. */
async function refuseTooMany(call: ExportCall, deps: Deps, limit: number): Promise<void> {
  const searcher = await searcherOf(call, deps);
  const search = { searcher, filter: filterOf(call.query), at: call.receivedAt };
  if ((await countDocuments(deps.knex, search, limit + 1)) > limit)
    throw new Refused(refuseValue('issued-document.too-many', { most: limit }));
}
