import type { Knex } from 'knex';
import type { CredentialRecovery, RecoveryWay } from '../../domain/credential-recovery.ts';
import type { Instant } from '../../domain/calendar.ts';
import type { CredentialRecoveryRow, RecoveryState } from '../credential-recovery-row.ts';
import { recoveryColumns, recoveryFrom } from '../credential-recovery-row.ts';
import { toDb } from '../instants.ts';
import { handedRecoveriesOf } from '../queries/credential-recoveries.ts';
import { lifeActor } from './actors.ts';
import type { Actor } from './append-event.ts';
import { appendEvent } from './append-event.ts';
import { lockRow } from './lock-row.ts';
import { killLinksOf } from './one-time-links.ts';
import { owePersonMail } from './owe-person-mail.ts';
import type { Doing } from './write-mail-item.ts';

/** The life itself acts. */
export const recoveryLife = lifeActor('credential-recovery');

export interface LockedRecovery {
  readonly row: CredentialRecoveryRow;
  readonly recovery: RecoveryState;
}

/** Persons it concerns are locked by the caller first. Refuses `not-found`. */
export async function lockRecovery(trx: Knex.Transaction, id: string): Promise<LockedRecovery> {
  const row = await lockRow<CredentialRecoveryRow>(trx, 'credential_recoveries', id);
  return { row, recovery: await recoveryFrom(trx, row) };
}

/** Writes the recovery as a rule left it, with what else its row knows now, and the event. Returns the row as it stands. */
export async function writeRecovery(
  trx: Knex.Transaction,
  recovery: CredentialRecovery,
  event: { readonly kind: string; readonly facts?: object; readonly columns?: object },
  doing: Doing,
): Promise<RecoveryState> {
  const { id } = recovery;
  await trx('credential_recoveries')
    .where({ id })
    .update({ ...recoveryColumns(recovery), ...event.columns });
  await appendEvent(trx, {
    kind: `credential-recovery.${event.kind}`,
    subjectType: 'credential-recovery',
    subjectId: id,
    companyId: null,
    actor: doing.actor,
    at: doing.at,
    body: { version: recovery.version, ...event.facts },
    ...(doing.command && { wakes: { life: 'credential-recovery', id }, command: doing.command }),
  });
  return (await lockRecovery(trx, id)).recovery;
}

/** `of` tells apart mails of one kind: about whom it is. */
export function oweRecoveryMail(
  trx: Knex.Transaction,
  id: string,
  kind: string,
  of: string,
  at: Instant,
): Promise<void> {
  return owePersonMail(trx, { life: 'credential-recovery', lifeId: id, kind, which: of }, at);
}

export async function addLogin(
  trx: Knex.Transaction,
  recoveryId: string,
  login: { readonly userId: string; readonly credentialVersion: number; readonly way: RecoveryWay },
): Promise<void> {
  await trx('recovery_logins').insert({
    recovery_id: recoveryId,
    user_id: login.userId,
    way: login.way,
    credential_version: login.credentialVersion,
  });
}

/** A new link is about to be made for these persons: those of askings and resets before it are dead (check 35). */
export async function killEarlierResets(
  trx: Knex.Transaction,
  userIds: readonly string[],
  at: Instant,
): Promise<void> {
  const earlier: { id: string }[] = await trx('recovery_logins as l')
    .join('credential_recoveries as r', 'r.id', 'l.recovery_id')
    .whereIn('l.user_id', [...userIds])
    .where({ 'l.way': 'self', 'r.closed_at': null })
    .distinct('r.id');
  const lives = earlier.map(({ id }) => id);
  await killLinksOf(trx, 'reset', lives, at);
}

/**
 * A reset was begun or done for this person, or his invitation was sent again: nobody needs to help him any more. What
 * still waits for an administrator of his hears of it; `companyId` says in whose chain.
 */
export async function markFollowed(
  trx: Knex.Transaction,
  userId: string,
  { actor, companyId }: { readonly actor: Actor; readonly companyId: string | null },
  at: Instant,
): Promise<void> {
  await trx('recovery_logins')
    .where({ user_id: userId, followed_at: null })
    .update({ followed_at: toDb(at) });
  if ((await handedRecoveriesOf(trx, userId)).length === 0) return;
  await appendEvent(trx, {
    kind: 'credential-recovery.followed',
    subjectType: 'user',
    subjectId: userId,
    companyId,
    actor,
    at,
    body: {},
    wakes: { life: 'recoveries-of', id: userId },
  });
}
