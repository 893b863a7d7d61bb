/** Who is calling: what log-in and every request ask first. Fails closed: null for anything ended, expired or revoked. */
import type { Knex } from 'knex';
import type { Instant } from '../../domain/calendar.ts';
import type { Membership } from '../../domain/rights.ts';
import type { FactorNeed } from '../../domain/second-factor.ts';
import { factorNeed } from '../../domain/second-factor.ts';
import { isSessionOver, type SessionKind } from '../../domain/session.ts';
import { userMeant } from '../../domain/username.ts';
import { fromDb, fromDbOrNull } from '../instants.ts';
import { hasAccountColumn } from './accounts-around.ts';
import { isFactorWanted, ruledByAccounts, ruledAsStaff } from './factor-rule.ts';
import { networksIn } from './log-in-ground.ts';
import { hasFactorColumn } from './person-columns.ts';
import { policySetColumn } from '../policy-sets.ts';

export interface LogInUser {
  readonly id: string;
  readonly username: string;
  /** argon2id; null as long as no password was chosen. */
  readonly passwordHash: string | null;
  readonly isDemo: boolean;
  readonly isActive: boolean;
  /** Password, names, factors and permission count it up: what was proven before is void then. */
  readonly credentialVersion: number;
  /** Nobody has ever logged in as him. */
  readonly isFirstLogIn: boolean;
  readonly hasFactor: boolean;
}

export interface StaffRole {
  readonly role: 'operator' | 'site';
  readonly siteId: string | null;
}

export interface ActiveSession {
  readonly id: string;
  readonly kind: SessionKind;
  readonly lastSeenAt: Instant;
  readonly expiresAt: Instant;
  /** When its holder last proved himself. */
  readonly provenAt: Instant | null;
  readonly user: { readonly id: string; readonly name: string; readonly language: string };
  /** Accepted, not deactivated, not suspended. */
  readonly memberships: readonly (Membership & { readonly id: string; readonly brandId: string })[];
  readonly staffRoles: readonly StaffRole[];
  /** He must have a second factor and has none (checks 21, 33). */
  readonly needs: FactorNeed;
}

/** Of a site or of an issuer. */
export type ServiceToken = {
  readonly id: string;
  readonly name: string;
  /** From where it works; null: from anywhere (decided.md, Places). */
  readonly networks: readonly string[] | null;
} & ({ readonly of: 'site'; readonly siteId: string } | { readonly of: 'issuer'; readonly issuerId: string });

/** Whom that name means at a log-in (`userMeant`); null when nobody. */
export async function userForLogIn(knex: Knex, login: string): Promise<LogInUser | null> {
  const rows: LogInRow[] = await knex('users')
    .where({ username: login })
    .orWhere({ email: login })
    .limit(50)
    .select('id', 'username', 'email', 'password_hash', 'is_demo', 'deactivated_at')
    .select('credential_version', 'first_log_in_at', knex.raw(hasFactorColumn('users.id')));
  const users = rows.map((row) => ({
    ...row,
    canLogIn: row.deactivated_at === null && row.password_hash !== null,
  }));
  const row = userMeant(login, users);
  if (row === null) return null;
  return {
    id: row.id,
    username: row.username,
    passwordHash: row.password_hash,
    isDemo: row.is_demo === 1,
    isActive: row.deactivated_at === null,
    credentialVersion: row.credential_version,
    isFirstLogIn: row.first_log_in_at === null,
    hasFactor: row.has_factor === 1,
  };
}

/** What a known user proves himself by. */
export async function credentialsOf(
  knex: Knex,
  userId: string,
): Promise<{ readonly username: string; readonly passwordHash: string | null }> {
  const row = await knex('users')
    .where({ id: userId })
    .first<{ username: string; password_hash: string | null } | undefined>('username', 'password_hash');
  if (row === undefined) throw new Error(`no user ${userId}`);
  return { username: row.username, passwordHash: row.password_hash };
}

/**
 * The live session of a token (SHA-256 in hexadecimal) with its user, active memberships and staff roles. One
 * query by hand, a third of what an Objection graph takes: every authenticated request begins with it.
 */
export async function sessionByTokenHash(
  knex: Knex,
  tokenHash: string,
  now: Instant,
): Promise<ActiveSession | null> {
  const rows: SessionRow[] = await knex('sessions as s')
    .join('users as u', 'u.id', 's.user_id')
    .leftJoin('memberships as m', (join) =>
      join
        .on('m.user_id', 'u.id')
        .onNotNull('m.accepted_at')
        .onNull('m.deactivated_at')
        .onNull('m.suspended_at'),
    )
    .leftJoin('companies as c', 'c.id', 'm.company_id')
    .leftJoin('staff_roles as r', 'r.user_id', 'u.id')
    .where('s.token_hash', tokenHash)
    .whereNull('s.ended_at')
    .whereNull('u.deactivated_at')
    .select(
      's.id',
      's.kind',
      's.last_seen_at',
      's.expires_at',
      's.proven_at',
      'u.id as user_id',
      'u.name',
      'u.language',
      'u.password_needs_factor',
    )
    .select(
      'm.id as membership_id',
      'm.company_id',
      'm.profile',
      'c.brand_id',
      'r.id as role_id',
      'r.role',
      'r.site_id',
    )
    .select(knex.raw(hasFactorColumn('u.id')), knex.raw(hasAccountColumn))
    .select(policySetColumn(knex, 'c.brand_id', now));
  const [first] = rows;
  if (first === undefined) return null;
  const times = {
    kind: first.kind,
    lastSeenAt: fromDb(first.last_seen_at),
    expiresAt: fromDb(first.expires_at),
    endedAt: null,
  };
  if (isSessionOver(times, now)) return null;
  const memberships = distinct(rows, (row) => row.company_id);
  const staffRoles = distinct(rows, (row) => row.role_id).map(({ role, site_id: siteId }) => ({
    role,
    siteId,
  }));
  return {
    id: first.id,
    kind: times.kind,
    lastSeenAt: times.lastSeenAt,
    expiresAt: times.expiresAt,
    provenAt: fromDbOrNull(first.proven_at),
    user: { id: first.user_id, name: first.name, language: first.language },
    memberships: memberships.map((row) => ({
      id: row.membership_id,
      companyId: row.company_id,
      brandId: row.brand_id,
      profile: row.profile,
    })),
    staffRoles,
    needs: await needOf(knex, first, async () => [
      ...memberships,
      ...(await ruledAsStaff(knex, staffRoles, now)),
      ...(first.has_account === 1 ? await ruledByAccounts(knex, first.user_id, now) : []),
    ]),
  };
}

/** The policies are asked only where there is no factor: every request passes here. */
async function needOf(
  knex: Knex,
  user: SessionRow,
  ruled: () => Promise<Parameters<typeof isFactorWanted>[1]>,
): Promise<FactorNeed> {
  const hasFactor = user.has_factor === 1;
  const isWanted = !hasFactor && (await isFactorWanted(knex, await ruled()));
  return factorNeed(hasFactor, isWanted, user.password_needs_factor === 1);
}

/** Whom a service token (SHA-256 in hexadecimal) belongs to that is not revoked. */
export async function serviceTokenByHash(knex: Knex, tokenHash: string): Promise<ServiceToken | null> {
  const row = await knex('service_tokens')
    .where({ token_hash: tokenHash, revoked_at: null })
    .first<TokenRow | undefined>('id', 'name', 'site_id', 'issuer_id', 'allowed_networks');
  if (row === undefined) return null;
  const { id, name, site_id: siteId, issuer_id: issuerId } = row;
  const networks = row.allowed_networks === null ? null : networksIn(row.allowed_networks);
  if (siteId !== null) return { id, name, networks, of: 'site', siteId };
  if (issuerId !== null) return { id, name, networks, of: 'issuer', issuerId };
  throw new Error(`service token ${id} belongs to nobody`);
}

interface LogInRow {
  readonly id: string;
  readonly username: string;
  readonly email: string;
  readonly password_hash: string | null;
  readonly is_demo: number;
  readonly deactivated_at: Date | null;
  readonly credential_version: number;
  readonly first_log_in_at: Date | null;
  readonly has_factor: number;
}

interface TokenRow {
  readonly id: string;
  readonly name: string;
  readonly site_id: string | null;
  readonly issuer_id: string | null;
  readonly allowed_networks: string | null;
}

/** Memberships times staff roles: each comes as often as there are of the other. */
interface SessionRow {
  readonly id: string;
  readonly kind: SessionKind;
  readonly last_seen_at: Date;
  readonly expires_at: Date;
  readonly proven_at: Date | null;
  readonly user_id: string;
  readonly name: string;
  readonly language: string;
  readonly membership_id: string;
  readonly company_id: string | null;
  readonly profile: Membership['profile'];
  readonly brand_id: string;
  readonly role_id: number | null;
  readonly role: StaffRole['role'];
  readonly site_id: string | null;
  readonly has_factor: number;
  readonly has_account: number;
  readonly password_needs_factor: number;
  readonly policy_set_id: string | null;
}

/** One row for each key, without those that the outer join left empty. */
function distinct<K extends keyof SessionRow>(
  rows: readonly SessionRow[],
  key: (row: SessionRow) => SessionRow[K],
): readonly (SessionRow & Record<K, NonNullable<SessionRow[K]>>)[] {
  const found = new Map(rows.filter((row) => key(row) !== null).map((row) => [key(row), row]));
  return [...found.values()] as (SessionRow & Record<K, NonNullable<SessionRow[K]>>)[];
}
