/** The reminder of a code that nobody has used yet: it carries no code, for the letter does (decided.md). */
import type { Knex } from 'knex';
import type { ActivationCodeRow } from '../activation-code-row.ts';
import { activationCodeFrom } from '../activation-code-row.ts';
import { isRecalled } from '../../domain/activation-code.ts';
import { ofClientCode } from './issuers.ts';
import type { PersonNotice } from './person-notices.ts';
import { activeReceptionOf } from './receptions.ts';

interface ClientRow {
  readonly code: string;
  readonly company_name: string;
  readonly language: string;
  readonly email: string | null;
  readonly name: string;
}

/** Null where nobody is to be recalled to it by now, and where the issuer knows no address. */
export async function codeNotice(knex: Knex, codeId: string): Promise<PersonNotice | null> {
  const row = await knex('activation_codes').where({ id: codeId }).first<ActivationCodeRow>();
  const code = await activationCodeFrom(knex, row);
  const received = await activeReceptionOf(knex, row.client_code_id);
  if (!isRecalled(code, received !== null)) return null;
  const client = await knex('client_codes as c')
    .join('issuer_prefixes as p', ofClientCode)
    .where('c.id', row.client_code_id)
    .first<ClientRow>('c.code', 'c.company_name', 'c.language', 'c.email', 'p.name');
  if (client.email === null) return null;
  return {
    recipients: [{ email: client.email, language: client.language }],
    facts: {
      zone: code.terms.zone,
      companyName: client.company_name,
      clientCode: client.code,
      issuerName: client.name,
      endsAt: code.endsAt,
    },
    link: null,
    isAtMostOnce: true,
  };
}
