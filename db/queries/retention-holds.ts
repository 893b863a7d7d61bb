/** What staff keep from being destroyed, as they look at it. */
import type { Knex } from 'knex';
import type { Instant } from '../../domain/calendar.ts';
import { fromDb, fromDbOrNull } from '../instants.ts';

export interface RetentionHold {
  readonly id: string;
  readonly documentId: string | null;
  readonly clientCodeId: string | null;
  readonly reason: string;
  readonly placedAt: Instant;
  readonly releasedAt: Instant | null;
}

interface HoldRow {
  readonly id: string;
  readonly document_id: string | null;
  readonly client_code_id: string | null;
  readonly reason: string;
  readonly placed_at: Date;
  readonly released_at: Date | null;
}

/** The hold of that id, or null. */
export async function holdById(knex: Knex, id: string): Promise<RetentionHold | null> {
  const row = await knex('retention_holds').where({ id }).first<HoldRow | undefined>();
  return row === undefined ? null : holdFrom(row);
}

/** Those in force, the latest first. */
export async function holdsInForce(
  knex: Knex,
  { limit, before }: { readonly limit: number; readonly before: string | null },
): Promise<readonly RetentionHold[]> {
  const query = knex('retention_holds').whereNull('released_at');
  if (before !== null) query.where('id', '<', before);
  const rows = (await query.orderBy('id', 'desc').limit(limit)) as HoldRow[];
  return rows.map(holdFrom);
}

function holdFrom(row: HoldRow): RetentionHold {
  return {
    id: row.id,
    documentId: row.document_id,
    clientCodeId: row.client_code_id,
    reason: row.reason,
    placedAt: fromDb(row.placed_at),
    releasedAt: fromDbOrNull(row.released_at),
  };
}
