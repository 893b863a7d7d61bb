/** Invitations as their lives and the people concerned see them (WF-02). */
import type { Knex } from 'knex';
import type { Instant } from '../../domain/calendar.ts';
import type { Owing } from '../../domain/life-rows.ts';
import type { Profile } from '../../domain/rights.ts';
import type { UserProvisioning } from '../../domain/user-provisioning.ts';
import { fromDb } from '../instants.ts';
import type { UserProvisioningRow } from '../user-provisioning-row.ts';
import { provisioningFrom } from '../user-provisioning-row.ts';
import { withOwed } from './owed-mails.ts';

/** The provisioning as it stands, or null. */
export async function provisioningById(knex: Knex, id: string): Promise<Owing<UserProvisioning> | null> {
  const row = await knex('user_provisionings').where({ id }).first<UserProvisioningRow | undefined>();
  return row === undefined ? null : withOwed(knex, await provisioningFrom(knex, row));
}

/** The latest invitation of a member, open or over; null for who came in another way. */
export async function latestProvisioningOf(
  knex: Knex,
  membershipId: string,
): Promise<UserProvisioning | null> {
  const row = await knex('user_provisionings')
    .where({ membership_id: membershipId })
    .orderBy('id', 'desc')
    .first<UserProvisioningRow | undefined>();
  return row === undefined ? null : provisioningFrom(knex, row);
}

/** Open provisionings of a person: his log-in, his rights or his deactivation concern them. */
export function openProvisioningsOf(knex: Knex, userId: string): Promise<readonly string[]> {
  return knex('user_provisionings').where({ user_id: userId, closed_at: null }).orderBy('id').pluck('id');
}

/** An invitation to join a company, as the invited person and the inviting company see it. */
export interface MembershipInvitation {
  readonly id: string;
  readonly companyId: string;
  readonly companyName: string;
  /** What the inviting one wrote. */
  readonly typed: string;
  /** Null when nobody answers to what was written. */
  readonly userId: string | null;
  readonly profile: Profile;
  readonly invitedAt: Instant;
  readonly endsAt: Instant;
}

interface InvitationRow {
  readonly id: string;
  readonly company_id: string;
  readonly company_name: string;
  readonly typed: string;
  readonly user_id: string | null;
  readonly profile: Profile;
  readonly invited_at: Date;
  readonly ends_at: Date;
}

/** A page of open invitations to join a company, of a person or of a company, oldest first; none whose time is over. */
export async function membershipInvitations(
  knex: Knex,
  whose: { readonly user_id: string } | { readonly company_id: string },
  at: Instant,
  { limit, after }: { readonly limit: number; readonly after: string | null },
): Promise<readonly MembershipInvitation[]> {
  const [column, value] = Object.entries(whose)[0] ?? ['', ''];
  const rows: InvitationRow[] = await knex('user_provisionings as p')
    .join('companies as c', 'c.id', 'p.company_id')
    .where({ 'p.kind': 'membership', 'p.closed_at': null, 'p.accepted_at': null, [`p.${column}`]: value })
    .where('p.ends_at', '>=', new Date(at))
    .modify((query) => {
      if (after !== null) void query.where('p.id', '>', after);
    })
    .orderBy('p.id')
    .limit(limit)
    .select('p.*', 'c.name as company_name');
  return rows.map((row) => ({
    id: row.id,
    companyId: row.company_id,
    companyName: row.company_name,
    typed: row.typed,
    userId: row.user_id,
    profile: row.profile,
    invitedAt: fromDb(row.invited_at),
    endsAt: fromDb(row.ends_at),
  }));
}

/** Whose invitation it is, whatever its state; null when it is none to join a company. */
export async function membershipInvitationOwner(
  knex: Knex,
  id: string,
): Promise<{ readonly userId: string | null; readonly companyId: string } | null> {
  const row = await knex('user_provisionings')
    .where({ id, kind: 'membership' })
    .first<{ user_id: string | null; company_id: string } | undefined>('user_id', 'company_id');
  return row === undefined ? null : { userId: row.user_id, companyId: row.company_id };
}
