import type { Knex } from 'knex';
import type { Instant } from '../../domain/calendar.ts';
import type { SessionKind } from '../../domain/session.ts';
import { isSessionOver } from '../../domain/session.ts';
import { fromDb } from '../instants.ts';

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

/** The live sessions of a user, the latest first. */
export async function sessionsOf(knex: Knex, userId: string, now: Instant): Promise<readonly OwnSession[]> {
  const rows: SessionRow[] = await knex('sessions')
    .where({ user_id: userId })
    .whereNull('ended_at')
    .orderBy('id', 'desc')
    .select('id', 'kind', 'created_at', 'last_seen_at', 'expires_at');
  return rows
    .map((row) => ({
      id: row.id,
      kind: row.kind,
      openedAt: fromDb(row.created_at),
      lastSeenAt: fromDb(row.last_seen_at),
      expiresAt: fromDb(row.expires_at),
    }))
    .filter((session) => !isSessionOver({ ...session, endedAt: null }, now));
}
