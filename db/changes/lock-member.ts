/** People of a company, locked in the order of the house: the company, then persons, then their memberships. */
import type { Knex } from 'knex';
import type { Action } from '../../domain/action-rules.ts';
import type { Profile, Subject } from '../../domain/rights.ts';
import { can } from '../../domain/rights.ts';
import type { Author, Member } from '../../domain/user.ts';
import { standingOf } from '../../domain/user.ts';
import { hidden, refuseRight, Refused } from '../../domain/verdict.ts';
import { fromDbOrNull } from '../instants.ts';
import { accountsAround } from '../queries/accounts-around.ts';
import { activeAdministrators } from '../queries/active-administrators.ts';
import type { Actor } from './append-event.ts';

export interface LockedCompany {
  readonly id: string;
  readonly brand_id: string;
}

/**
 * The company's row, locked until commit: whoever adds, ends or changes a membership takes it first, so that of two
 * administrators who remove each other one comes second (UM-06). Refuses `not-found`.
 */
export async function lockCompany(trx: Knex.Transaction, companyId: string): Promise<LockedCompany> {
  const row = await trx('companies')
    .where({ id: companyId })
    .forUpdate()
    .first<LockedCompany | undefined>('id', 'brand_id');
  if (row === undefined) throw new Refused(hidden);
  return row;
}

/** The same with further companies, all of them in the order of their ids: of two that take the same ones, one comes second. */
export async function lockCompanies(
  trx: Knex.Transaction,
  companyId: string,
  besides: readonly string[],
): Promise<LockedCompany> {
  const locked = new Map<string, LockedCompany>();
  for (const id of [...new Set([companyId, ...besides])].toSorted())
    locked.set(id, await lockCompany(trx, id));
  return locked.get(companyId) ?? (await lockCompany(trx, companyId));
}

interface MemberRow {
  readonly membership_id: string;
  readonly user_id: string;
  readonly profile: Profile;
  readonly accepted_at: Date | null;
  readonly deactivated_at: Date | null;
  readonly suspended_at: Date | null;
  readonly is_staff: number;
}

export interface LockedMember extends Member {
  readonly membershipId: string;
}

/** A member with his person locked; the company is locked already. Null when the person is none of this company. */
export async function lockMember(
  trx: Knex.Transaction,
  companyId: string,
  userId: string,
): Promise<LockedMember | null> {
  await trx('users').where({ id: userId }).forUpdate().first('id');
  const row = await trx('memberships as m')
    .where({ 'm.company_id': companyId, 'm.user_id': userId })
    .first<MemberRow | undefined>(
      'm.id as membership_id',
      'm.user_id',
      'm.profile',
      'm.accepted_at',
      'm.deactivated_at',
      'm.suspended_at',
      trx.raw('EXISTS (SELECT 1 FROM staff_roles s WHERE s.user_id = m.user_id) AS is_staff'),
    );
  if (row === undefined) return null;
  return {
    membershipId: row.membership_id,
    userId: row.user_id,
    profile: row.profile,
    isStaff: row.is_staff === 1,
    acceptedAt: fromDbOrNull(row.accepted_at),
    deactivatedAt: fromDbOrNull(row.deactivated_at),
    suspendedAt: fromDbOrNull(row.suspended_at),
  };
}

/**
 * Who acts, as he stands at this moment under the company's lock: a right lost since the request came in is lost
 * (check 10).
 */
export async function authorOf(trx: Knex.Transaction, companyId: string, actor: Actor): Promise<Author> {
  // The house itself, for an applicant who has proved that he holds the form key of his case (WF-01).
  if (actor.type === 'system') return { id: actor.id, standing: 'internal' };
  if (actor.type === 'staff')
    return { id: actor.id, standing: (await isOperator(trx, actor)) ? 'internal' : null };
  const member = actor.type === 'user' ? await lockMember(trx, companyId, actor.id) : null;
  return { id: actor.id, standing: standingOf(member) };
}

/** Staff of the operator, still so at this moment. Refuses `right.missing`. */
export async function staffOnly(trx: Knex.Transaction, companyId: string, actor: Actor): Promise<void> {
  const { standing } = await authorOf(trx, companyId, actor);
  if (standing !== 'internal') throw new Refused(refuseRight('right.missing', { action: 'user.suspend' }));
}

/** The same for what is no company's: a case, an entry of the directory, the program of a site (check 10). */
export async function operatorOnly(trx: Knex.Transaction, actor: Actor, action: Action): Promise<void> {
  if (!(await isOperator(trx, actor))) throw new Refused(refuseRight('right.missing', { action }));
}

/**
 * Of what others do too, by a right of their own: whoever comes as staff, of the operator or of a site, still may (check 10).
 * Refuses `right.missing`.
 */
export async function stillStaff(
  trx: Knex.Transaction,
  { type, id }: Actor,
  action: Action,
  subject: Subject,
): Promise<void> {
  if (type !== 'staff') return;
  const roles = await rolesOf(trx, id);
  const isOfOperator = roles.some(({ role }) => role === 'operator');
  const siteIds = roles.flatMap(({ site_id: siteId }) => (siteId === null ? [] : [siteId]));
  const by = isOfOperator ? ({ kind: 'operator', id } as const) : ({ kind: 'site', id, siteIds } as const);
  if (!can(by, action, subject).ok) throw new Refused(refuseRight('right.missing', { action }));
}

async function isOperator(trx: Knex.Transaction, { type, id }: Actor): Promise<boolean> {
  return type === 'staff' && (await rolesOf(trx, id)).some(({ role }) => role === 'operator');
}

/** His until commit: who takes one away in this very moment comes second. */
function rolesOf(
  trx: Knex.Transaction,
  userId: string,
): Promise<{ readonly role: 'operator' | 'site'; readonly site_id: string | null }[]> {
  return trx('staff_roles').where({ user_id: userId }).forShare().select('role', 'site_id');
}

/** How many active administrators the company has besides this one; the company is locked. */
export async function otherAdministrators(
  trx: Knex.Transaction,
  companyId: string,
  userId: string | null,
): Promise<number> {
  return (await activeAdministrators(trx, companyId, userId)).length;
}

/**
 * Whether the person has to do with more than this company: another one, in whatever state, or an account in which he
 * receives or reads documents. He is locked.
 */
export async function isElsewhere(
  trx: Knex.Transaction,
  companyId: string,
  userId: string,
): Promise<boolean> {
  const other: unknown = await trx('memberships')
    .where({ user_id: userId })
    .whereNot({ company_id: companyId })
    .first('id');
  const account: unknown = await trx.from(accountsAround(trx, userId).as('a')).first('a.id');
  return other !== undefined || account !== undefined;
}

/** What the event says of staff who act for a customer: X on behalf of Y (UM-08, check 11). */
export function onBehalf(actor: Actor, companyId: string): { readonly onBehalfOf?: string } {
  return actor.type === 'staff' ? { onBehalfOf: companyId } : {};
}
