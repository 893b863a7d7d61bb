import type { Knex } from 'knex';
import type { Instant } from '../../domain/calendar.ts';
import { Refused, refuseValue } from '../../domain/verdict.ts';
import { toDb } from '../instants.ts';
import type { Actor } from './append-event.ts';
import { appendEvent } from './append-event.ts';
import { change } from './change.ts';
import { endSessionsOf } from './end-sessions-of.ts';
import { owePersonalNotice } from './personal-notices.ts';
import type { SpentFactor } from './spend-factor.ts';
import { spendBesidePassword } from './spend-factor.ts';
import type { ChosenPassword } from './write-password.ts';
import { writePassword } from './write-password.ts';

interface ChangedPassword {
  readonly userId: string;
  /** The hash that the current password was found to match. */
  readonly from: string;
  readonly to: ChosenPassword;
  readonly spent: SpentFactor | null;
  /** The session that asks for it stays, under a new token. */
  readonly session: { readonly id: string; readonly tokenHash: string };
}

/**
 * A person changes his password (UM-22): his other sessions end, links made before are dead, and he is told (checks 24,
 * 44, 45). Refuses `password.current-wrong` when the password was changed by somebody else meanwhile, and as
 * `spendBesidePassword` and `writePassword`.
 */
export const changePassword =
  (knex: Knex) =>
  ({ userId, from, to, spent, session }: ChangedPassword, actor: Actor, at: Instant): Promise<void> =>
    change(knex, null, async (trx) => {
      const user = await trx('users')
        .where({ id: userId })
        .forUpdate()
        .first<{ password_hash: string | null }>('password_hash');
      if (user.password_hash !== from)
        throw new Refused(refuseValue('password.current-wrong', { field: 'currentPassword' }));
      await spendBesidePassword(trx, userId, spent, at);
      await writePassword(trx, userId, to, at);
      await trx('sessions')
        .where({ id: session.id })
        .update({ token_hash: session.tokenHash, proven_at: toDb(at) });
      const ended = await endSessionsOf(trx, userId, at, session.id);
      const wakes = await owePersonalNotice(trx, { userId, kind: 'password-changed' }, at);
      await appendEvent(trx, {
        kind: 'user.password-changed',
        subjectType: 'user',
        subjectId: userId,
        companyId: null,
        actor,
        at,
        body: { sessionsEnded: ended },
        wakes,
      });
    });
