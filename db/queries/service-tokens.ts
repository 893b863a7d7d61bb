import type { Knex } from 'knex';
import type { Instant } from '../../domain/calendar.ts';

import { fromDb } from '../instants.ts';
import { networksIn } from './log-in-ground.ts';

/** A token of a site or of an issuer as staff see it; the token itself nobody sees again. */
export interface SeenServiceToken {
  readonly id: string;
  readonly name: string;
  /** Either a site or an issuer; each with its key. */
  readonly siteId: string | null;
  readonly site: string | null;
  readonly issuerId: string | null;
  readonly issuer: string | null;
  /** Null: from anywhere. */
  readonly networks: readonly string[] | null;
  readonly createdAt: Instant;
  readonly version: number;
}

interface TokenRow {
  readonly id: string;
  readonly name: string;
  readonly site_id: string | null;
  readonly site_key: string | null;
  readonly issuer_id: string | null;
  readonly issuer_key: string | null;
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
    .leftJoin('sites as s', 's.id', 't.site_id')
    .leftJoin('issuers as i', 'i.id', 't.issuer_id')
    .whereNull('t.revoked_at')
    .select('t.id', 't.name', 't.site_id', 's.site_key', 't.issuer_id', 'i.issuer_key')
    .select('t.allowed_networks', 't.created_at', 't.version');
}

function tokenFrom(row: TokenRow): SeenServiceToken {
  return {
    id: row.id,
    name: row.name,
    siteId: row.site_id,
    site: row.site_key,
    issuerId: row.issuer_id,
    issuer: row.issuer_key,
    networks: row.allowed_networks === null ? null : networksIn(row.allowed_networks),
    createdAt: fromDb(row.created_at),
    version: row.version,
  };
}
