import { z } from 'zod';
import { searchDocuments, searchKeyOf } from '../../db/queries/document-search.ts';
import type { SearchKey, SortColumn } from '../../db/queries/document-search.ts';
import { ok } from '../answers.ts';
import { operation } from '../operation.ts';
import { cutPage, keyOfCursor, pageQuery } from '../pages.ts';
import { presentDocument } from './present.ts';
import { issuedDocumentsPage } from './schemas.ts';
import { filterOf, orderOf, searcherOf, searchFilter } from './search-query.ts';

/** Seven years of invoices, found in a moment (IP-10). */
export const searchIssuedDocuments = operation({
  id: 'searchIssuedDocuments',
  method: 'get',
  path: '/v1/issued-documents',
  summary: 'Search invoices and credit notes',
  description:
    'Of everything you receive, or of everything you sent, the newest first. What is unread is for you to show in bold; each reader ' +
    'has marks of his own.',
  tags: ['Issued documents'],
  caller: ['user', 'issuer'],
  right: 'issued-document.read',
  query: z.strictObject({ ...searchFilter, ...pageQuery }),
  responses: { 200: { description: 'A page of documents.', schema: issuedDocumentsPage } },
  refusals: {},
  handle: async (call, deps) => {
    const { limit, after, ...asked } = call.query;
    const order = orderOf(asked);
    const key = keyOfCursor(after, [formOf(order.by), 'id']);
    const searcher = await searcherOf(call, deps);
    const found = await searchDocuments(deps.knex, {
      ...{ searcher, filter: filterOf(asked), order, at: call.receivedAt },
      ...{ limit: limit + 1, after: key as SearchKey | null },
    });
    return cutPage(found, limit, (document) => searchKeyOf(document, order.by));
  },
  answer: ({ items, next }, call) =>
    ok({ items: items.map((document) => presentDocument(document, call)), next }),
});

function formOf(by: SortColumn) {
  if (by === 'total' || by === 'unread') return 'number';
  return by === 'kind' ? 'id' : 'string';
}
