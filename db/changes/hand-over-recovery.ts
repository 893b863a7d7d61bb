/** Whom an administrator is asked to help; when he does nothing within the hours of the policy, staff do (UM-24). */
import type { Knex } from 'knex';
import { v7 as uuidv7 } from 'uuid';
import type { Instant } from '../../domain/calendar.ts';
import type { CredentialRecovery, RecoveryWay } from '../../domain/credential-recovery.ts';
import { closeRecovery } from '../../domain/credential-recovery.ts';
import { addOpeningHours } from '../../domain/opening-hours.ts';
import type { RecoveryState } from '../credential-recovery-row.ts';
import { recoveryColumns } from '../credential-recovery-row.ts';
import { toDb } from '../instants.ts';
import { peoplePolicyOf } from '../policy-sets.ts';
import type { FoundLogin } from '../queries/recovery-logins.ts';
import { openingCalendarOf } from '../registration-row.ts';
import { appendEvent } from './append-event.ts';
import { addLogin, oweRecoveryMail, recoveryLife, writeRecovery } from './write-recovery.ts';

export interface Helped {
  readonly login: FoundLogin;
  readonly way: RecoveryWay;
}

interface Asked {
  readonly brandId: string;
  readonly policySetId: string;
  readonly at: Instant;
}

/** Until when the administrators have it, and by which rule. */
export async function handOverOf(
  trx: Knex.Transaction,
  { brandId, policySetId, at }: Asked,
): Promise<{ readonly handOverAt: Instant; readonly rule: string }> {
  const { administratorHelpHours: count, zone, version } = await peoplePolicyOf(trx, policySetId);
  const calendar = await openingCalendarOf(trx, { brand_id: brandId, policy_set_id: policySetId });
  return {
    handOverAt: addOpeningHours(at, count, calendar),
    rule: `UM-24: ${String(count)} opening hours, ${zone}, policy ${String(version)}`,
  };
}

export async function tellAdministrators(
  trx: Knex.Transaction,
  recoveryId: string,
  theirs: readonly Helped[],
  at: Instant,
): Promise<void> {
  for (const { login } of theirs)
    await oweRecoveryMail(trx, recoveryId, 'recovery-for-administrator', login.userId, at);
}

/**
 * Usernames of one mailbox of which some help themselves: what is handed to an administrator waits longer than their
 * link, in a row and a life of its own.
 */
export async function beginHandedOver(
  trx: Knex.Transaction,
  { brand, askedAt }: CredentialRecovery,
  theirs: readonly Helped[],
  asked: Asked,
): Promise<void> {
  const { brandId, policySetId, at } = asked;
  const { handOverAt, rule } = await handOverOf(trx, asked);
  const id = uuidv7();
  const row = { id, source: 'person', brand, terms: null, version: 1, askedAt, endsAt: null } as const;
  await trx('credential_recoveries').insert({
    id,
    source: row.source,
    brand_id: brandId,
    policy_set_id: policySetId,
    asked_at: toDb(askedAt),
    ends_rule: rule,
    ...recoveryColumns({ ...row, handOverAt, closed: null }),
  });
  for (const { login, way } of theirs) await addLogin(trx, id, { ...login, way });
  await tellAdministrators(trx, id, theirs, at);
  await appendEvent(trx, {
    kind: 'credential-recovery.handed-over',
    subjectType: 'credential-recovery',
    subjectId: id,
    companyId: null,
    actor: recoveryLife,
    at,
    body: { handOverAt },
    wakes: { life: 'credential-recovery', id },
  });
}

/** Who still waits for an administrator: nobody has begun a reset for him, and he was not deactivated. */
export async function waitingLogins(trx: Knex.Transaction, recoveryId: string): Promise<readonly string[]> {
  return trx('recovery_logins as l')
    .join('users as u', 'u.id', 'l.user_id')
    .where({ 'l.recovery_id': recoveryId, 'l.way': 'administrator', 'l.followed_at': null })
    .whereNull('u.deactivated_at')
    .orderBy('u.username')
    .pluck('u.id');
}

/** The hours are over: on the list of staff from now on, and the person is told. */
export async function handToStaff(
  trx: Knex.Transaction,
  recovery: CredentialRecovery,
  at: Instant,
): Promise<RecoveryState> {
  const waiting = await waitingLogins(trx, recovery.id);
  const [first] = waiting;
  if (first === undefined) return helpedByAdministrator(trx, recovery, at);
  await trx('recovery_logins')
    .whereIn('user_id', [...waiting])
    .where({ way: 'administrator', followed_at: null })
    .update({ way: 'staff' });
  await oweRecoveryMail(trx, recovery.id, 'recovery-with-staff', first, at);
  const closed = closeRecovery(recovery, 'handed-to-staff', at);
  return writeRecovery(trx, closed, { kind: 'taken-over' }, { actor: recoveryLife, at });
}

export function helpedByAdministrator(
  trx: Knex.Transaction,
  recovery: CredentialRecovery,
  at: Instant,
): Promise<RecoveryState> {
  const closed = closeRecovery(recovery, 'handed-to-administrator', at);
  return writeRecovery(trx, closed, { kind: 'helped' }, { actor: recoveryLife, at });
}
