/** Objects of the applications: what the rights of the reader show him, said in SQL (EM-06: queries, not only screens). */
import type { Knex } from 'knex';
import type { Instant } from '../../domain/calendar.ts';
import type { ObjectRight } from '../../domain/object-rights.ts';
import type { Reach } from '../../domain/reach.ts';
import { fromDb } from '../instants.ts';

export interface ApplicationObject {
  readonly id: string;
  readonly accountId: string;
  readonly application: string;
  readonly title: string;
  readonly priceCents: number | null;
  readonly creatorId: string | null;
  readonly createdAt: Instant;
  readonly values: Readonly<Record<string, string>>;
}

export interface ObjectFilter {
  readonly accountId?: string | undefined;
  readonly application?: string | undefined;
  readonly value?: { readonly dimension: string; readonly value: string } | undefined;
}

interface Page {
  readonly limit: number;
  /** The id of the last object of the page before. */
  readonly before: string | undefined;
}

/** A page of what the reach shows, newest first. */
export async function applicationObjects(
  knex: Knex,
  reach: Reach,
  filter: ObjectFilter,
  page: Page,
): Promise<readonly ApplicationObject[]> {
  return objectsOf(knex, (query) => {
    withinObjects(query, reach);
    if (filter.accountId !== undefined) query.where('o.account_id', filter.accountId);
    if (filter.application !== undefined) query.where('o.application', filter.application);
    if (filter.value !== undefined) hasValue(query, filter.value.dimension, [filter.value.value]);
    if (page.before !== undefined) query.where('o.id', '<', page.before);
    query.orderBy('o.id', 'desc').limit(page.limit);
  });
}

/** One, whoever asks; null when there is none. */
export async function applicationObjectById(knex: Knex, id: string): Promise<ApplicationObject | null> {
  const [found] = await objectsOf(knex, (query) => void query.where('o.id', id));
  return found ?? null;
}

/** The same answer as `isReached` of domain/reach.ts. */
function withinObjects(query: Knex.QueryBuilder, { everything, objects }: Reach): void {
  if (everything) return;
  const shown = (objects?.rights.list ?? []).filter(({ sees }) => sees !== null);
  query.where((within) => {
    void within.whereRaw('1 = 0');
    for (const right of shown) void within.orWhere((one) => showing(one, right, objects?.userId ?? ''));
  });
}

function showing(query: Knex.QueryBuilder, right: ObjectRight, userId: string): void {
  query.where({ 'o.account_id': right.accountId, 'o.application': right.application });
  if (right.sees === 'own') query.where('o.created_by', userId);
  for (const [dimension, values] of Object.entries(right.scope)) hasValue(query, dimension, values);
}

function hasValue(query: Knex.QueryBuilder, dimension: string, values: readonly string[]): void {
  query.whereExists((exists) => {
    void exists
      .from('application_object_values as v')
      .whereRaw('v.object_id = o.id')
      .where('v.dimension', dimension)
      .whereIn('v.value', [...values]);
  });
}

async function objectsOf(
  knex: Knex,
  which: (query: Knex.QueryBuilder) => void,
): Promise<readonly ApplicationObject[]> {
  const query = knex('application_objects as o').select(
    ...['o.id', 'o.account_id', 'o.application', 'o.title', 'o.price_cents', 'o.created_by', 'o.created_at'],
  );
  which(query);
  const rows = (await query) as ObjectRow[];
  const values: { object_id: string; dimension: string; value: string }[] = await knex(
    'application_object_values',
  )
    .whereIn(
      'object_id',
      rows.map(({ id }) => id),
    )
    .orderBy(['object_id', 'dimension'])
    .select('object_id', 'dimension', 'value');
  return rows.map((row) => ({
    id: row.id,
    accountId: row.account_id,
    application: row.application,
    title: row.title,
    priceCents: row.price_cents,
    creatorId: row.created_by,
    createdAt: fromDb(row.created_at),
    values: Object.fromEntries(
      values
        .filter(({ object_id }) => object_id === row.id)
        .map(({ dimension, value }) => [dimension, value]),
    ),
  }));
}

interface ObjectRow {
  readonly id: string;
  readonly account_id: string;
  readonly application: string;
  readonly title: string;
  readonly price_cents: number | null;
  readonly created_by: string | null;
  readonly created_at: Date;
}
