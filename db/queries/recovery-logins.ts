/** The logins that are meant by what somebody typed, and what decides how each gets back in. */
import type { Knex } from 'knex';
import type { CredentialRecovery, LoginFacts, RecoveryWay } from '../../domain/credential-recovery.ts';
import { isStillOpen } from '../../domain/credential-recovery.ts';
import { loginsMeant } from '../../domain/username.ts';
import { accountsAround } from './accounts-around.ts';
import { activeAdministrators } from './active-administrators.ts';

export interface FoundLogin extends LoginFacts {
  readonly userId: string;
  readonly username: string;
  readonly email: string;
  readonly credentialVersion: number;
}

interface UserRow {
  readonly id: string;
  readonly username: string;
  readonly email: string;
  readonly password_hash: string | null;
  readonly self_reset_allowed: number;
  readonly credential_version: number;
  readonly deactivated_at: Date | null;
}

/** More usernames than one mailbox has. */
const mostLogins = 50;

const columns = [
  'id',
  'username',
  'email',
  'password_hash',
  'self_reset_allowed',
  'credential_version',
  'deactivated_at',
] as const;

/** The logins of one mailbox that are meant by what was typed (`loginsMeant`), by their ids. */
export async function loginsCalled(knex: Knex, identifier: string): Promise<readonly FoundLogin[]> {
  const rows: UserRow[] = await knex('users')
    .where({ username: identifier })
    .orWhere({ email: identifier })
    .orderBy('id')
    .limit(mostLogins)
    .select(...columns);
  return loginsMeant(identifier, await Promise.all(rows.map((row) => withFacts(knex, row))));
}

interface MembershipRow {
  readonly company_id: string;
  readonly profile: string;
}

async function withFacts(knex: Knex, row: UserRow): Promise<FoundLogin> {
  const memberships: MembershipRow[] = await knex('memberships')
    .where({ user_id: row.id, deactivated_at: null, suspended_at: null })
    .select('company_id', 'profile');
  const staff = await knex('staff_roles').where({ user_id: row.id }).first<{ id: number } | undefined>('id');
  const account = await knex
    .from(accountsAround(knex, row.id).as('a'))
    .first<{ id: string } | undefined>('a.id');
  const [only, ...more] = memberships;
  const administrators =
    only === undefined || more.length > 0 || staff !== undefined || account !== undefined
      ? []
      : await activeAdministrators(knex, only.company_id, row.id);
  return {
    userId: row.id,
    username: row.username,
    email: row.email,
    credentialVersion: row.credential_version,
    isActive: row.deactivated_at === null && [only, staff, account].some((belongs) => belongs !== undefined),
    hasPassword: row.password_hash !== null,
    selfResetAllowed: row.self_reset_allowed === 1,
    isAdministrator: memberships.some(({ profile }) => profile === 'administrator'),
    administrators: administrators.length,
  };
}

export interface RecoveryLogin {
  readonly userId: string;
  readonly username: string;
  readonly name: string;
  readonly email: string;
  readonly language: string;
  readonly way: RecoveryWay;
  /** Whether nothing that makes a link dead has happened to the user since. */
  readonly isUnchanged: boolean;
}

/** The logins of an asking, by username. */
export async function loginsOf(knex: Knex, recoveryId: string): Promise<readonly RecoveryLogin[]> {
  const rows: (Omit<RecoveryLogin, 'isUnchanged'> & { isUnchanged: number })[] = await knex(
    'recovery_logins as l',
  )
    .join('users as u', 'u.id', 'l.user_id')
    .where('l.recovery_id', recoveryId)
    .orderBy('u.username')
    .select('u.id as userId', 'u.username', 'u.name', 'u.email', 'u.language', 'l.way')
    .select(
      knex.raw('(l.credential_version = u.credential_version AND u.deactivated_at IS NULL) AS isUnchanged'),
    );
  return rows.map((row) => ({ ...row, isUnchanged: row.isUnchanged === 1 }));
}

/**
 * Those for which the link of an asking still sets a password: nothing that proves them has changed since, and they have
 * not lost the permission either (`isStillOpen`).
 */
export async function openLoginsOf(knex: Knex, recoveryId: string): Promise<readonly RecoveryLogin[]> {
  const { source } = await knex('credential_recoveries')
    .where({ id: recoveryId })
    .first<Pick<CredentialRecovery, 'source'>>('source');
  const logins = await loginsOf(knex, recoveryId);
  const unchanged = logins.filter(({ way, isUnchanged }) => way === 'self' && isUnchanged);
  const rows: UserRow[] = await knex('users')
    .whereIn(
      'id',
      unchanged.map(({ userId }) => userId),
    )
    .select(...columns);
  const found = await Promise.all(rows.map((row) => withFacts(knex, row)));
  const open = new Set(found.filter((facts) => isStillOpen(source, facts)).map(({ userId }) => userId));
  return unchanged.filter(({ userId }) => open.has(userId));
}
