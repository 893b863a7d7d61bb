import type { Knex } from 'knex';
import type { AccountInvitation, WayIn } from '../../domain/account-invitation.ts';
import { wayInFor } from '../../domain/account-invitation.ts';
import type { Instant, Zone } from '../../domain/calendar.ts';
import type { Owing } from '../../domain/life-rows.ts';
import type { AccountInvitationRow } from '../account-invitation-row.ts';
import { invitationFrom } from '../account-invitation-row.ts';
import { ofClientCode } from './issuers.ts';
import { isKnownAddress, mailboxContacts } from './mailbox-contacts.ts';
import { fromDb } from '../instants.ts';
import { peoplePolicyInForce } from '../policy-sets.ts';
import { withOwed } from './owed-mails.ts';
import type { PasswordTerms } from './password-terms.ts';
import type { PersonNotice } from './person-notices.ts';

/** The invitation as it stands, or null. */
export async function accountInvitationById(
  knex: Knex,
  id: string,
): Promise<Owing<AccountInvitation> | null> {
  const row = await knex('account_invitations').where({ id }).first<AccountInvitationRow | undefined>();
  return row === undefined ? null : withOwed(knex, await invitationFrom(knex, row));
}

interface InvitedRow extends AccountInvitationRow {
  readonly zone: Zone;
  readonly brand_name: string;
  readonly client_code: string;
  readonly company_name: string;
  readonly issuer_name: string;
}

/** With the names that issuer and brand have for it. */
function invited(knex: Knex): Knex.QueryBuilder {
  return knex('account_invitations as v')
    .join('brands as b', 'b.id', 'v.brand_id')
    .join('client_codes as c', 'c.id', 'v.client_code_id')
    .join('issuer_prefixes as p', ofClientCode)
    .select('v.*', 'b.zone', 'b.name as brand_name', 'c.code as client_code', 'c.company_name')
    .select('p.name as issuer_name');
}

/** What stands behind a link: for whom, of which numbers, and what using it leads to. */
export interface InvitedBehind {
  readonly brandId: string;
  readonly brandName: string;
  readonly zone: Zone;
  readonly email: string;
  readonly companyName: string;
  readonly issuerName: string;
  /** Every number that is invited to this mailbox by now. */
  readonly clientCodes: readonly string[];
  readonly endsAt: Instant;
  readonly way: WayIn;
}

/** Of an open invitation; `userId` of who is logged in, or null. */
export async function invitedBehind(
  knex: Knex,
  id: string,
  userId: string | null,
): Promise<InvitedBehind | null> {
  const row = (await invited(knex).where('v.id', id).whereNull('v.closed_at').first()) as
    InvitedRow | undefined;
  if (row === undefined) return null;
  const { brand_id: brandId, mailbox } = row;
  const clientCodes = (await knex('account_invitations as v')
    .join('client_codes as c', 'c.id', 'v.client_code_id')
    .where({ 'v.brand_id': brandId, 'v.mailbox': mailbox })
    .whereNull('v.closed_at')
    .orderBy('c.code')
    .pluck('c.code')) as string[];
  const contact = (await mailboxContacts(knex, brandId, [mailbox])).get(mailbox);
  const isKnown = await isKnownAddress(knex, mailbox);
  return {
    ...{ brandId, brandName: row.brand_name, zone: row.zone, email: row.email, clientCodes },
    ...{ companyName: row.company_name, issuerName: row.issuer_name, endsAt: fromDb(row.ends_at) },
    way: wayInFor({ userId, mailboxContactId: contact?.userId ?? null, isKnown }),
  };
}

/** Whoever is invited is ruled by the brand of his issuer, and has no factor yet. */
export async function invitedPasswordTerms(
  knex: Knex,
  { brandId, email, companyName, brandName }: InvitedBehind,
  at: Instant,
): Promise<PasswordTerms> {
  const { password } = await peoplePolicyInForce(knex, brandId, at);
  return { policies: [password], hasSecondFactor: false, names: [email, companyName, brandName] };
}

/** The link, to the address that the issuer knows. */
export async function accountInvitationNotice(knex: Knex, id: string): Promise<PersonNotice | null> {
  const row = (await invited(knex).where('v.id', id).first()) as InvitedRow | undefined;
  if (row?.link_id == null) return null;
  return {
    recipients: [{ email: row.email, language: row.language }],
    facts: {
      ...{ zone: row.zone, brandName: row.brand_name, companyName: row.company_name },
      ...{ clientCode: row.client_code, issuerName: row.issuer_name, endsAt: fromDb(row.ends_at) },
    },
    link: { id: row.link_id, purpose: 'account-invitation' },
    isAtMostOnce: false,
  };
}

/** An invitation as staff see it; where it went is the issuer's word for its customer. */
export interface SeenInvitation {
  readonly invitation: AccountInvitation;
  readonly clientCode: string;
  readonly email: string;
}

/** The latest first; of one client code, or of all. */
export async function accountInvitations(
  knex: Knex,
  { clientCode }: { readonly clientCode?: string | undefined },
  page: { readonly limit: number; readonly after: string | null },
): Promise<readonly SeenInvitation[]> {
  const query = invited(knex).orderBy('v.id', 'desc').limit(page.limit);
  if (clientCode !== undefined) query.where('c.code', clientCode);
  if (page.after !== null) query.where('v.id', '<', page.after);
  const rows = (await query) as InvitedRow[];
  return Promise.all(
    rows.map(async (row) => ({
      invitation: await invitationFrom(knex, row),
      clientCode: row.client_code,
      email: row.email,
    })),
  );
}
