import type { Knex } from 'knex';
import type { ChannelConsent } from '../../domain/channel-consent.ts';
import type { Owing } from '../../domain/life-rows.ts';
import { fromDbOrNull } from '../instants.ts';
import type { ReceptionRow } from '../reception-row.ts';
import { consentFrom } from '../reception-row.ts';
import { ofClientCode } from './issuers.ts';
import { withOwed } from './owed-mails.ts';
import type { PersonNotice } from './person-notices.ts';

/** The consent as it stands, or null. */
export async function receptionById(knex: Knex, id: string): Promise<Owing<ChannelConsent> | null> {
  const row = await knex('receptions').where({ id }).first<ReceptionRow | undefined>();
  return row === undefined ? null : withOwed(knex, await consentFrom(knex, row));
}

/** The reception of a client code that is received by now, or null while it is on paper. */
export async function activeReceptionOf(
  knex: Knex,
  clientCodeId: string,
): Promise<Owing<ChannelConsent> | null> {
  const row = await knex('receptions').where({ active_key: clientCodeId }).first<ReceptionRow | undefined>();
  return row === undefined ? null : withOwed(knex, await consentFrom(knex, row));
}

/** Whose it is: the person his account hangs on. */
export async function receiverIdOf(knex: Knex, receptionId: string): Promise<string | null> {
  const row = await knex('receptions as r')
    .join('recipient_accounts as a', 'a.id', 'r.account_id')
    .where('r.id', receptionId)
    .first<{ main_contact_id: string } | undefined>('a.main_contact_id');
  return row?.main_contact_id ?? null;
}

interface NoticeRow extends ReceptionRow {
  readonly zone: string;
  readonly client_code: string;
  readonly issuer_name: string;
  readonly email: string;
  readonly language: string;
}

/** The reception with whom it concerns and what it is called. */
export async function receptionContact(knex: Knex, id: string): Promise<NoticeRow | null> {
  const row = await knex('receptions as r')
    .join('brands as b', 'b.id', 'r.brand_id')
    .join('recipient_accounts as a', 'a.id', 'r.account_id')
    .join('users as u', 'u.id', 'a.main_contact_id')
    .join('client_codes as c', 'c.id', 'r.client_code_id')
    .join('issuer_prefixes as p', ofClientCode)
    .where('r.id', id)
    .first<NoticeRow | undefined>(
      'r.*',
      'b.zone',
      'c.code as client_code',
      'p.name as issuer_name',
      'u.email',
      'u.language',
    );
  return row ?? null;
}

/** The question whether his mails arrive, and the word that he is back on paper: to the main contact. */
export async function receptionNotice(knex: Knex, id: string): Promise<PersonNotice | null> {
  const row = await receptionContact(knex, id);
  if (row === null) return null;
  return {
    recipients: [{ email: row.email, language: row.language }],
    facts: {
      zone: row.zone,
      clientCode: row.client_code,
      issuerName: row.issuer_name,
      endsAt: fromDbOrNull(row.answer_ends_at),
    },
    link: null,
    isAtMostOnce: false,
  };
}
