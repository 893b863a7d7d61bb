import type { Knex } from 'knex';
import type { Instant } from '../../domain/calendar.ts';
import { toDb } from '../instants.ts';
import type { Actor } from './append-event.ts';
import { appendEvent } from './append-event.ts';
import { change } from './change.ts';

/** The holder has proved himself again: the session goes on under a new token, the old one is worthless (check 44). */
export const proveSession =
  (knex: Knex) =>
  (session: { readonly id: string; readonly tokenHash: string }, actor: Actor, at: Instant): Promise<void> =>
    change(knex, null, async (trx) => {
      await trx('sessions')
        .where({ id: session.id })
        .whereNull('ended_at')
        .update({ token_hash: session.tokenHash, proven_at: toDb(at) });
      await appendEvent(trx, {
        kind: 'session.proven',
        subjectType: 'session',
        subjectId: session.id,
        companyId: null,
        actor,
        at,
        body: {},
      });
    });
