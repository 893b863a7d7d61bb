import type { Knex } from 'knex';
import type { Instant } from '../../domain/calendar.ts';
import { fromDb, fromDbOrNull } from '../instants.ts';
import { documentPolicyInForce } from '../policy-sets.ts';
import { ofClientCode } from './issuers.ts';

export interface OwnAccount {
  readonly id: string;
  readonly brandId: string;
}

/** The open accounts that hang on this person: one a brand at most. */
export function ownAccounts(knex: Knex, userId: string): Promise<readonly OwnAccount[]> {
  return knex('recipient_accounts')
    .where({ main_contact_id: userId, closed_at: null })
    .orderBy('id')
    .select<OwnAccount[]>({ id: 'id', brandId: 'brand_id' });
}

/** Whether something is received in an account that hangs on him, in the brand of that company, and by invitation there. */
export async function isInvitedMainContact(
  knex: Knex,
  companyId: string,
  userId: string,
  at: Instant,
): Promise<boolean> {
  const account = await knex('recipient_accounts as a')
    .join('companies as c', 'c.brand_id', 'a.brand_id')
    .join('receptions as r', 'r.account_id', 'a.id')
    .where({ 'c.id': companyId, 'a.main_contact_id': userId, 'a.closed_at': null })
    .whereNotNull('r.active_key')
    .first<{ brand_id: string } | undefined>('a.brand_id');
  if (account === undefined) return false;
  return (await documentPolicyInForce(knex, account.brand_id, at)).access === 'invitation';
}

export interface OwnReception {
  readonly id: string;
  readonly accountId: string;
  readonly clientCode: string;
  readonly issuerName: string;
  readonly consentedAt: Instant;
  readonly consentText: string;
  /** Until when he is asked whether his mails arrive; null while nobody asks. */
  readonly answerBy: Instant | null;
}

/** What he receives electronically by now, by client code. */
export async function ownReceptions(knex: Knex, userId: string): Promise<readonly OwnReception[]> {
  const rows: (Omit<OwnReception, 'consentedAt' | 'answerBy'> & {
    readonly consented_at: Date;
    readonly answer_ends_at: Date | null;
  })[] = await knex('receptions as r')
    .join('recipient_accounts as a', 'a.id', 'r.account_id')
    .join('client_codes as c', 'c.id', 'r.client_code_id')
    .join('issuer_prefixes as p', ofClientCode)
    .where({ 'a.main_contact_id': userId, 'a.closed_at': null })
    .whereNotNull('r.active_key')
    .orderBy(['c.code', 'r.id'])
    .select({
      id: 'r.id',
      accountId: 'r.account_id',
      clientCode: 'c.code',
      issuerName: 'p.name',
      consentText: 'r.consent_text',
    })

    .select('r.consented_at', 'r.answer_ends_at');
  return rows.map(({ consented_at: at, answer_ends_at: by, ...row }) => ({
    ...row,
    consentedAt: fromDb(at),
    answerBy: fromDbOrNull(by),
  }));
}
