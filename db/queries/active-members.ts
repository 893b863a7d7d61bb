import type { Knex } from 'knex';

/** Of memberships `m`: invitation accepted, not deactivated, not suspended; `isActive` of domain/user.ts in SQL. */
export function isActiveMember(where: Knex.QueryBuilder): void {
  void where.whereNotNull('m.accepted_at').whereNull('m.deactivated_at').whereNull('m.suspended_at');
}
