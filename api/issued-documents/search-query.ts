/** What documents can be searched by (IP-10); all that is asked must hold. */
import { z } from 'zod';
import type { DocumentFilter, Order, Searcher } from '../../db/queries/document-search.ts';
import { sortColumns } from '../../db/queries/document-search.ts';
import { sightsOf } from '../../db/queries/sights.ts';
import { clientCodeKey } from '../../domain/client-code.ts';
import { documentKinds } from '../../domain/issued-document.ts';
import type { Deps } from '../deps.ts';
import type { Call } from '../operation.ts';
import { booleanParameter, calendarDay, idParameter, integerParameter, line } from '../parameters.ts';

const cents = (description: string) =>
  integerParameter({ minimum: -100_000_000_000, maximum: 100_000_000_000, description });

export const searchFilter = {
  issuedFrom: calendarDay('Dated on this day or later.').optional(),
  issuedUntil: calendarDay('Dated on this day or earlier.').optional(),
  number: line(60, 'Whose number begins so.', '2027-0001').optional(),
  kind: z
    .enum(documentKinds)
    .meta({ description: 'Invoices or credit notes.', example: 'invoice' })
    .optional(),
  minCents: cents('Of at least this amount, VAT included, in cents.').optional(),
  maxCents: cents('Of at most this amount, VAT included, in cents.').optional(),
  clientCode: line(40, 'Of this client code, however it is written.', 'DL2 10001').optional(),
  issuerId: idParameter('Of this issuer.').optional(),
  unread: booleanParameter(
    '`true`: those you have not read; `false`: those you have. For readers.',
  ).optional(),
  sort: z
    .enum(sortColumns)
    .meta({ description: 'By which column; ties by when they came.', example: 'issued-on' })
    .default('issued-on'),
  direction: z
    .enum(['asc', 'desc'])
    .meta({ description: '`desc`: the newest, the largest first.', example: 'desc' })
    .default('desc'),
} as const;

export type SearchQuery = z.output<z.ZodObject<typeof searchFilter>>;

export function filterOf({
  clientCode,
  sort: _sort,
  direction: _direction,
  ...rest
}: SearchQuery): DocumentFilter {
  return { ...rest, ...(clientCode !== undefined && { clientCode: clientCodeKey(clientCode) }) };
}

export function orderOf({ sort, direction }: SearchQuery): Order {
  return { by: sort, direction };
}

/** Through what the caller searches: what he receives, or what he sent. */
export async function searcherOf(call: Call<unknown, unknown, unknown>, { knex }: Deps): Promise<Searcher> {
  const { received, issuerIds } = call.reach();
  if (received !== true) return { issuerIds };
  return { readerId: call.caller.id, sights: await sightsOf(knex, call.caller.id, call.receivedAt) };
}
