import type { Knex } from 'knex';
import type { Instant } from '../../domain/calendar.ts';

import { fromDb } from '../instants.ts';
import { networksIn } from './log-in-ground.ts';

/** A token of a site as staff see it; the token itself nobody sees again. */
export interface SeenServiceToken {
  readonly id: string;
  readonly name: string;
  readonly siteId: string;
  readonly site: string;
  /** Null: from anywhere. */
  readonly networks: readonly string[] | null;
  readonly createdAt: Instant;
  readonly version: number;
}

interface TokenRow {
  readonly id: string;
  readonly name: string;
  readonly site_id: string;
  readonly site_key: string;
  readonly allowed_networks: string | null;
  readonly created_at: Date;
  readonly version: number;
}

/** Those that work, by id; `after` is where the page before ended. */
export async function serviceTokens(
  knex: Knex,
  { limit, after }: { readonly limit: number; readonly after: string | null },
): Promise<readonly SeenServiceToken[]> {
  const rows = (await tokens(knex)
    .modify((query) => {
      if (after !== null) void query.where('t.id', '>', after);
    })
    .orderBy('t.id')
    .limit(limit)) as TokenRow[];
  return rows.map(tokenFrom);
}

/** The token, or null when there is none or it was revoked. */
export async function serviceTokenById(knex: Knex, id: string): Promise<SeenServiceToken | null> {
  const row = await tokens(knex).where('t.id', id).first<TokenRow | undefined>();
  return row === undefined ? null : tokenFrom(row);
}

function tokens(knex: Knex): Knex.QueryBuilder {
  return knex('service_tokens as t')
    .join('sites as s', 's.id', 't.site_id')
    .whereNull('t.revoked_at')
    .select('t.id', 't.name', 't.site_id', 's.site_key', 't.allowed_networks', 't.created_at', 't.version');
}

function tokenFrom(row: TokenRow): SeenServiceToken {
  return {
    id: row.id,
    name: row.name,
    siteId: row.site_id,
    site: row.site_key,
    networks: row.allowed_networks === null ? null : networksIn(row.allowed_networks),
    createdAt: fromDb(row.created_at),
    version: row.version,
  };
}
