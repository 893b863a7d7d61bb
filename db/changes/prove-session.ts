import type { Knex } from 'knex';
import type { Instant } from '../../domain/calendar.ts';
import { toDb } from '../instants.ts';
import type { Actor } from './append-event.ts';
import { appendEvent } from './append-event.ts';
import { change } from './change.ts';
import type { SpentFactor } from './spend-factor.ts';
import { spendBesidePassword } from './spend-factor.ts';

/**
 * The holder has proved himself again: the session goes on under a new token, the old one is worthless (check 44), and so
 * is the factor he used. Refuses as `spendBesidePassword`.
 */
export const proveSession =
  (knex: Knex) =>
  (
    session: {
      readonly id: string;
      readonly userId: string;
      readonly tokenHash: string;
      readonly spent: SpentFactor | null;
    },
    actor: Actor,
    at: Instant,
  ): Promise<void> =>
    change(knex, null, async (trx) => {
      await trx('users').where({ id: session.userId }).forUpdate().first('id');
      await spendBesidePassword(trx, session.userId, session.spent, at);
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
