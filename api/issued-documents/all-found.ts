import type { SearchKey } from '../../db/queries/document-search.ts';
import { searchDocuments, searchKeyOf } from '../../db/queries/document-search.ts';
import type { SeenDocument } from '../../db/queries/issued-documents.ts';
import type { Deps } from '../deps.ts';
import type { Call } from '../operation.ts';
import type { SearchQuery } from './search-query.ts';
import { filterOf, orderOf, searcherOf } from './search-query.ts';

const pageRows = 1_000;

/** Everything a search finds, page by page, up to that many; `more` is told when there would be more. */
export async function* allFound(
  call: Call<unknown, SearchQuery, unknown>,
  deps: Deps,
  most: number,
): AsyncGenerator<SeenDocument> {
  const searcher = await searcherOf(call, deps);
  const order = orderOf(call.query);
  let after: SearchKey | null = null;
  for (let left = most; left > 0;) {
    const limit = Math.min(left, pageRows);
    const common = { searcher, filter: filterOf(call.query), order, at: call.receivedAt };
    const page: readonly SeenDocument[] = await searchDocuments(deps.knex, { ...common, limit, after });
    yield* page;
    const last = page.at(-1);
    if (last === undefined || page.length < limit) return;
    after = searchKeyOf(last, order.by);
    left -= page.length;
  }
}
