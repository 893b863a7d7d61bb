import type { Knex } from 'knex';
import { plusMilliseconds } from '../../domain/calendar.ts';
import type { Instant } from '../../domain/calendar.ts';
import type { SessionKind } from '../../domain/session.ts';
import { sessionLimits } from '../../domain/session.ts';
import { fromDb, toDb } from '../instants.ts';

export interface OwnSession {
  readonly id: string;
  readonly kind: SessionKind;
  readonly openedAt: Instant;
  readonly lastSeenAt: Instant;
  readonly expiresAt: Instant;
}

interface SessionRow {
  readonly id: string;
  readonly kind: SessionKind;
  readonly created_at: Date;
  readonly last_seen_at: Date;
  readonly expires_at: Date;
}

/** A page of the live sessions of a user, the latest first; `before` is where the page before ended. */
export async function sessionsOf(
  knex: Knex,
  userId: string,
  now: Instant,
  { limit, before }: { readonly limit: number; readonly before: string | null },
): Promise<readonly OwnSession[]> {
  const isUsed = (kinds: Knex.QueryBuilder) => {
    for (const [kind, { idleMs }] of Object.entries(sessionLimits)) {
      const since = toDb(plusMilliseconds(now, -idleMs));
      void kinds.orWhere((of) => void of.where({ kind }).where('last_seen_at', '>', since));
    }
  };
  const rows: SessionRow[] = await knex('sessions')
    .where({ user_id: userId })
    .whereNull('ended_at')
    .where('expires_at', '>', toDb(now))
    .where(isUsed)
    .modify((query) => {
      if (before !== null) void query.where('id', '<', before);
    })
    .orderBy('id', 'desc')
    .limit(limit)
    .select('id', 'kind', 'created_at', 'last_seen_at', 'expires_at');
  return rows.map((row) => ({
    id: row.id,
    kind: row.kind,
    openedAt: fromDb(row.created_at),
    lastSeenAt: fromDb(row.last_seen_at),
    expiresAt: fromDb(row.expires_at),
  }));
}
