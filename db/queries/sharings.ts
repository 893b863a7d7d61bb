/** Shared users as the life, the main contact and they themselves see them (WF-35). */
import type { Knex } from 'knex';
import type { Instant } from '../../domain/calendar.ts';
import type { Owing } from '../../domain/life-rows.ts';
import type { Sharing } from '../../domain/sharing.ts';
import { fromDb, fromDbOrNull } from '../instants.ts';
import { documentPolicyOf, peoplePolicyInForce } from '../policy-sets.ts';
import type { SharingRow } from '../sharing-row.ts';
import { sharingFromRow } from '../sharing-row.ts';
import { isShared } from './accounts-around.ts';
import { ofClientCode } from './issuers.ts';
import type { OwedNotice } from './owed-mails.ts';
import { withOwed } from './owed-mails.ts';
import type { PasswordTerms } from './password-terms.ts';
import type { PersonNotice } from './person-notices.ts';

/** The sharing as it stands, or null. */
export async function sharingById(knex: Knex, id: string): Promise<Owing<Sharing> | null> {
  const row = await knex('sharings').where({ id }).first<SharingRow | undefined>();
  return row === undefined ? null : withOwed(knex, await sharingFromRow(knex, row));
}

export interface SharingAround {
  readonly mainContactId: string;
  /** Who accepted; null before. */
  readonly userId: string | null;
  readonly email: string;
}

/** Who has to do with it; null when there is none. */
export async function sharingAround(knex: Knex, id: string): Promise<SharingAround | null> {
  const row = await knex('sharings as s')
    .join('recipient_accounts as a', 'a.id', 's.account_id')
    .where({ 's.id': id })
    .first<SharingAround | undefined>({
      mainContactId: 'a.main_contact_id',
      userId: 's.user_id',
      email: 's.email',
    });
  return row ?? null;
}

/** Whoever accepts with a new log-in is ruled by the brand of the account, and has no factor yet. */
export async function sharingPasswordTerms(knex: Knex, id: string, at: Instant): Promise<PasswordTerms> {
  const said = await knex('sharings as s')
    .join('recipient_accounts as a', 'a.id', 's.account_id')
    .join('brands as b', 'b.id', 's.brand_id')
    .where('s.id', id)
    .first<{ brand_id: string; name: string; email: string; company: string; brand: string }>(
      ...['s.brand_id', 's.name', 's.email', 'a.company_name as company', 'b.name as brand'],
    );
  const { password } = await peoplePolicyInForce(knex, said.brand_id, at);
  const names = [said.email, said.name, said.company, said.brand];
  return { policies: [password], hasSecondFactor: false, names };
}

export interface SharedNumber {
  readonly clientCodeId: string;
  readonly clientCode: string;
  readonly issuerName: string;
}

export interface OwnSharing {
  readonly id: string;
  readonly accountId: string;
  readonly name: string;
  readonly email: string;
  readonly language: string;
  readonly invitedAt: Instant;
  /** Until when the link works; null once it was accepted. */
  readonly endsAt: Instant | null;
  readonly acceptedAt: Instant | null;
  readonly numbers: readonly SharedNumber[];
}

/** With whom the accounts that hang on this person are shared, or will be once they accept. */
export async function ownSharings(knex: Knex, userId: string): Promise<readonly OwnSharing[]> {
  const rows: SharingRow[] = await knex('sharings as s')
    .join('recipient_accounts as a', 'a.id', 's.account_id')
    .where({ 'a.main_contact_id': userId, 'a.closed_at': null, 's.revoked_at': null })
    .where((open) => {
      open.whereNull('s.closed_at').orWhereNotNull('s.accepted_at');
    })
    .orderBy(['s.name', 's.id'])
    .select('s.*');
  const numbers = await numbersOf(
    knex,
    rows.map(({ id }) => id),
  );
  return rows.map((row) => ({
    id: row.id,
    accountId: row.account_id,
    name: row.name,
    email: row.email,
    language: row.language,
    invitedAt: fromDb(row.invited_at),
    endsAt: row.accepted_at === null ? fromDb(row.ends_at) : null,
    acceptedAt: fromDbOrNull(row.accepted_at),
    numbers: numbers.get(row.id) ?? [],
  }));
}

export interface SharedWithMe {
  readonly id: string;
  readonly companyName: string;
  /** The main contact. */
  readonly contactName: string;
  readonly acceptedAt: Instant;
  readonly numbers: readonly SharedNumber[];
}

/** What others show this person. */
export async function sharedWith(knex: Knex, userId: string): Promise<readonly SharedWithMe[]> {
  const rows: { id: string; company_name: string; contact: string; accepted_at: Date }[] = await knex(
    'sharings as s',
  )
    .join('recipient_accounts as a', 'a.id', 's.account_id')
    .join('users as u', 'u.id', 'a.main_contact_id')
    .where('s.user_id', userId)
    .whereRaw(isShared)
    .orderBy(['a.company_name', 's.id'])
    .select('s.id', 'a.company_name', 'u.name as contact', 's.accepted_at');
  const numbers = await numbersOf(
    knex,
    rows.map(({ id }) => id),
  );
  return rows.map((row) => ({
    id: row.id,
    companyName: row.company_name,
    contactName: row.contact,
    acceptedAt: fromDb(row.accepted_at),
    numbers: numbers.get(row.id) ?? [],
  }));
}

async function numbersOf(
  knex: Knex,
  sharingIds: readonly string[],
): Promise<ReadonlyMap<string, readonly SharedNumber[]>> {
  const rows: (SharedNumber & { readonly sharingId: string })[] = await knex('shared_numbers as n')
    .join('client_codes as c', 'c.id', 'n.client_code_id')
    .join('issuer_prefixes as p', ofClientCode)
    .whereIn('n.sharing_id', [...sharingIds])
    .orderBy(['c.code', 'c.id'])
    .select({ sharingId: 'n.sharing_id', clientCodeId: 'c.id', clientCode: 'c.code', issuerName: 'p.name' });
  const found = new Map<string, SharedNumber[]>();
  for (const { sharingId, ...number } of rows)
    found.set(sharingId, [...(found.get(sharingId) ?? []), number]);
  return found;
}

export interface OwnNumber extends SharedNumber {
  readonly accountId: string;
  /** Whether it is received electronically now; what came before an opt-out can be shown all the same. */
  readonly isReceived: boolean;
  readonly sharedWith: readonly { readonly sharingId: string; readonly name: string }[];
}

/** Every client code that was ever received in an account of his, with who sees it besides him (IP-08). */
export async function ownNumbers(knex: Knex, userId: string): Promise<readonly OwnNumber[]> {
  const rows: (SharedNumber & { readonly accountId: string; readonly active: string | null })[] = await knex(
    'receptions as r',
  )
    .join('recipient_accounts as a', 'a.id', 'r.account_id')
    .join('client_codes as c', 'c.id', 'r.client_code_id')
    .join('issuer_prefixes as p', ofClientCode)
    .where({ 'a.main_contact_id': userId, 'a.closed_at': null })
    .groupBy('c.id', 'r.account_id')
    .orderBy(['c.code', 'c.id', 'r.account_id'])
    .select({ clientCodeId: 'c.id', clientCode: 'c.code', issuerName: 'p.name', accountId: 'r.account_id' })
    .max('r.active_key as active');
  const sharings = await ownSharings(knex, userId);
  return rows.map(({ active, ...number }) => ({
    ...number,
    isReceived: active !== null,
    sharedWith: sharings
      .filter(({ accountId }) => accountId === number.accountId)
      .filter(({ numbers }) => numbers.some(({ clientCodeId }) => clientCodeId === number.clientCodeId))
      .map(({ id, name }) => ({ sharingId: id, name })),
  }));
}

type NoticeRow = SharingRow & {
  readonly company_name: string;
  readonly inviter: string;
  readonly inviter_email: string;
  readonly inviter_language: string;
};

/** The link to who was invited; to the main contact, how it ended. Nobody is told of what was taken back. */
export async function sharingNotice(
  knex: Knex,
  id: string,
  { kind }: OwedNotice,
): Promise<PersonNotice | null> {
  const row = await knex('sharings as s')
    .join('recipient_accounts as a', 'a.id', 's.account_id')
    .join('users as u', 'u.id', 'a.main_contact_id')
    .where('s.id', id)
    .first<NoticeRow | undefined>(
      ...['s.*', 'a.company_name', 'u.name as inviter'],
      ...['u.email as inviter_email', 'u.language as inviter_language'],
    );
  if (row === undefined || row.revoked_at !== null) return null;
  const isToInvited = kind === 'sharing-invitation' || kind === 'sharing-reminder';
  if (isToInvited && (row.closed_at !== null || row.link_id === null)) return null;
  const { zone } = await documentPolicyOf(knex, row.policy_set_id);
  return {
    recipients: [
      isToInvited
        ? { email: row.email, language: row.language }
        : { email: row.inviter_email, language: row.inviter_language },
    ],
    facts: {
      zone,
      companyName: row.company_name,
      inviterName: row.inviter,
      name: row.name,
      endsAt: fromDb(row.ends_at),
    },
    link: isToInvited && row.link_id !== null ? { id: row.link_id, purpose: 'sharing' } : null,
    isAtMostOnce: kind === 'sharing-reminder',
  };
}
