/** The users of a company as its administrators see them (UM-12). */
import type { Knex } from 'knex';
import type { Instant } from '../../domain/calendar.ts';
import type { Profile } from '../../domain/rights.ts';
import type { Member, Sex } from '../../domain/user.ts';
import { fromDbOrNull } from '../instants.ts';
import { holdsGrant } from './member-rights.ts';
import { hasAccountColumn } from './accounts-around.ts';

export interface CompanyUser extends Member {
  readonly membershipId: string;
  readonly companyId: string;
  readonly username: string;
  readonly name: string;
  readonly firstName: string | null;
  readonly lastName: string | null;
  readonly email: string;
  readonly sex: Sex | null;
  readonly language: string;
  /** Version of the person's data. */
  readonly version: number;
  readonly selfResetAllowed: boolean;
  /** Belongs to another company too, has an account around him, or is staff: his identity is not this company's to change. */
  readonly isElsewhere: boolean;
  readonly hasRights: boolean;
  readonly createdAt: Instant | null;
  /** Null when nobody is known any more. */
  readonly createdBy: { readonly name: string; readonly isStaff: boolean } | null;
  readonly firstLogInAt: Instant | null;
}

export const userSorts = ['username', 'name', 'email', 'createdBy'] as const;
export type UserSort = (typeof userSorts)[number];

const sortColumns: Readonly<Record<UserSort, string>> = {
  username: 'u.username',
  name: 'u.name',
  email: 'u.email',
  createdBy: "COALESCE(c.name, '')",
};

/** The values of a user's sort key. */
export function userKey(user: CompanyUser, sort: UserSort): readonly [string, string] {
  const values = { ...user, createdBy: user.createdBy?.name ?? '' };
  return [values[sort], user.userId];
}

export interface UsersAsked {
  readonly sort: UserSort;
  readonly isDescending: boolean;
  /** Deactivated ones too (UM-19). */
  readonly withDeactivated: boolean;
  readonly limit: number;
  readonly after: readonly [value: string, id: string] | null;
}

/** A page of the users of a company, in the order of the database's collation, then by id. */
export async function companyUsers(
  knex: Knex,
  companyId: string,
  { sort, isDescending, withDeactivated, limit, after }: UsersAsked,
): Promise<readonly CompanyUser[]> {
  const column = sortColumns[sort];
  const direction = isDescending ? 'DESC' : 'ASC';
  const query = rowsOf(knex).where('m.company_id', companyId);
  if (!withDeactivated) query.whereNull('m.deactivated_at');
  if (after !== null) {
    const beyond = isDescending ? '<' : '>';
    query.whereRaw(`(${column} ${beyond} ? OR (${column} = ? AND u.id ${beyond} ?))`, [
      after[0],
      after[0],
      after[1],
    ]);
  }
  query.orderByRaw(`${column} ${direction}, u.id ${direction}`).limit(limit);
  const rows = (await query) as UserRow[];
  return rows.map(userFrom);
}

/** A user of the company, deactivated or not, or null. */
export async function companyUserById(
  knex: Knex,
  companyId: string,
  userId: string,
): Promise<CompanyUser | null> {
  const row = await rowsOf(knex)
    .where({ 'm.company_id': companyId, 'm.user_id': userId })
    .first<UserRow | undefined>();
  return row === undefined ? null : userFrom(row);
}

interface UserRow {
  readonly membership_id: string;
  readonly company_id: string;
  readonly user_id: string;
  readonly profile: Profile;
  readonly accepted_at: Date | null;
  readonly deactivated_at: Date | null;
  readonly suspended_at: Date | null;
  readonly created_at: Date | null;
  readonly first_login_at: Date | null;
  readonly username: string;
  readonly name: string;
  readonly first_name: string | null;
  readonly last_name: string | null;
  readonly email: string;
  readonly sex: Sex | null;
  readonly language: string;
  readonly version: number;
  readonly self_reset_allowed: number;
  readonly creator_name: string | null;
  readonly is_creator_staff: number;
  readonly is_staff: number;
  readonly is_elsewhere: number;
  readonly has_account: number;
  readonly has_grants: number;
}

function rowsOf(knex: Knex): Knex.QueryBuilder {
  const exists = (sql: string, name: string) => knex.raw(`EXISTS (SELECT 1 FROM ${sql}) AS ${name}`);
  return knex('memberships as m')
    .join('users as u', 'u.id', 'm.user_id')
    .leftJoin('users as c', 'c.id', 'm.created_by')
    .select('m.id as membership_id', 'm.company_id', 'm.user_id', 'm.profile')
    .select('m.accepted_at', 'm.deactivated_at', 'm.suspended_at', 'm.created_at', 'm.first_login_at')
    .select('u.username', 'u.name', 'u.first_name', 'u.last_name', 'u.email', 'u.sex', 'u.language')
    .select('u.version', 'u.self_reset_allowed', 'c.name as creator_name')
    .select(
      exists('staff_roles s WHERE s.user_id = m.created_by', 'is_creator_staff'),
      exists('staff_roles s WHERE s.user_id = m.user_id', 'is_staff'),
      exists('memberships o WHERE o.user_id = m.user_id AND o.company_id <> m.company_id', 'is_elsewhere'),
      knex.raw(hasAccountColumn),
      knex.raw(`${holdsGrant} AS has_grants`),
    );
}

function userFrom(row: UserRow): CompanyUser {
  return {
    membershipId: row.membership_id,
    companyId: row.company_id,
    userId: row.user_id,
    profile: row.profile,
    isStaff: row.is_staff === 1,
    acceptedAt: fromDbOrNull(row.accepted_at),
    deactivatedAt: fromDbOrNull(row.deactivated_at),
    suspendedAt: fromDbOrNull(row.suspended_at),
    username: row.username,
    name: row.name,
    firstName: row.first_name,
    lastName: row.last_name,
    email: row.email,
    sex: row.sex,
    language: row.language,
    version: row.version,
    selfResetAllowed: row.self_reset_allowed === 1,
    isElsewhere: [row.is_elsewhere, row.has_account, row.is_staff].includes(1),
    hasRights: row.profile === 'administrator' || row.has_grants === 1,
    createdAt: fromDbOrNull(row.created_at),
    createdBy:
      row.creator_name === null ? null : { name: row.creator_name, isStaff: row.is_creator_staff === 1 },
    firstLogInAt: fromDbOrNull(row.first_login_at),
  };
}
