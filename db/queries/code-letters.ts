import type { Knex } from 'knex';
import { ofClientCode } from './issuers.ts';

/** What a letter with a code is made from; the code is sealed. */
export interface SealedLetter {
  readonly codeId: string;
  readonly sealedCode: string;
  readonly clientCode: string;
  readonly companyName: string;
  readonly language: string;
  readonly formChannel: string | null;
  readonly street: string | null;
  readonly postalCode: string | null;
  readonly city: string | null;
  readonly country: string | null;
  readonly issuerName: string;
  readonly contactEmail: string | null;
  readonly brandName: string;
  readonly brandCountry: string;
}

/** Of the codes of a batch that still live, in the order of the file. */
export async function sealedLetters(knex: Knex, batchId: string): Promise<readonly SealedLetter[]> {
  return knex('code_batch_rows as r')
    .join('activation_codes as a', 'a.id', 'r.activation_code_id')
    .join('client_codes as c', 'c.id', 'a.client_code_id')
    .join('issuers as i', 'i.id', 'a.issuer_id')
    .join('issuer_prefixes as p', ofClientCode)
    .join('brands as b', 'b.id', 'i.brand_id')
    .where({ 'r.batch_id': batchId, 'a.closed_at': null })
    .whereNotNull('a.sealed_code')
    .orderBy('r.row_no')
    .select({
      codeId: 'a.id',
      sealedCode: 'a.sealed_code',
      clientCode: 'c.code',
      companyName: 'c.company_name',
      language: 'c.language',
      formChannel: 'c.form_channel',
      street: 'c.street',
      postalCode: 'c.postal_code',
      city: 'c.city',
      country: 'c.country',
      issuerName: 'p.name',
      contactEmail: 'i.contact_email',
      brandName: 'b.name',
      brandCountry: 'b.country',
    });
}
