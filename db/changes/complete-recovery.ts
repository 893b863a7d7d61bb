import type { Knex } from 'knex';
import { checkCompletion, closeRecovery } from '../../domain/credential-recovery.ts';
import { linkDead } from '../../domain/one-time-link.ts';
import { orThrow, Refused } from '../../domain/verdict.ts';
import { openLoginsOf } from '../queries/recovery-logins.ts';
import type { Actor } from './append-event.ts';
import type { ChangeRequest } from './change.ts';
import { change } from './change.ts';
import { takeParticulars } from './keep-particulars.ts';
import { useLink } from './one-time-links.ts';
import { endAccess } from './person-access.ts';
import type { RecoveryState } from '../credential-recovery-row.ts';
import type { ChosenPassword } from './write-password.ts';
import { writePassword } from './write-password.ts';
import { lockRecovery, markFollowed, oweRecoveryMail, writeRecovery } from './write-recovery.ts';

/** The holder of the link chooses a password, as it travels: who and what is kept beside it. */
export interface RecoveryCompletion {
  readonly recoveryId: string;
  readonly actor: Actor;
  readonly request: ChangeRequest;
}

/** Kept under the request until it is carried out, then gone. */
export interface CompletionParticulars {
  readonly userId: string;
  readonly tokenHash: string;
  readonly password: ChosenPassword;
}

/**
 * Sets the password, once: the link is spent, every session and every other link of the person ends, and he is told
 * (checks 35, 40, 45). It logs nobody in and touches no second factor (check 33). Refuses `link.unusable` for a link
 * that is used, over, replaced, or whose user has changed since in anything that proves him, or lost the permission.
 */
export const completeRecovery =
  (knex: Knex) =>
  (command: RecoveryCompletion): Promise<RecoveryState> =>
    change(knex, command.request, async (trx) => {
      const { recoveryId, request, actor } = command;
      const at = request.receivedAt;
      const particulars = await takeParticulars<CompletionParticulars>(trx, request);
      if (particulars === null) throw new Refused(linkDead);
      const { userId, tokenHash, password } = particulars;
      await trx('users').where({ id: userId }).forUpdate().first('id');
      const { recovery } = await lockRecovery(trx, recoveryId);
      orThrow(checkCompletion(recovery, at));
      const link = await useLink(trx, 'reset', tokenHash, at);
      const open = await openLoginsOf(trx, recoveryId);
      const isOpen = open.some((login) => login.userId === userId);
      if (link.lifeId !== recoveryId || !isOpen) throw new Refused(linkDead);
      await writePassword(trx, userId, password, at);
      const ended = await endAccess(trx, userId, at);
      await markFollowed(trx, userId, { actor, companyId: null }, at);
      await oweRecoveryMail(trx, recoveryId, 'password-changed', userId, at);
      return writeRecovery(
        trx,
        closeRecovery(recovery, 'reset', at),
        { kind: 'completed', facts: { userId, ...ended } },
        { actor, at, command: { update: 'complete', updateId: request.id, args: command } },
      );
    });
