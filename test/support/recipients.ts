/** Who receives invoices: accounts and receptions straight in the tables, until they come to be by codes. */
import type { Knex } from 'knex';
import { v7 as uuidv7 } from 'uuid';

/** The client code of that text, received in an account of that person's from that instant on. */
export async function receives(
  knex: Knex,
  userId: string,
  code: string,
  {
    from = '2020-01-01T00:00:00.000Z',
    until = null,
  }: { readonly from?: string; readonly until?: string | null } = {},
): Promise<string> {
  const client = await knex('client_codes as c')
    .join('issuers as i', 'i.id', 'c.issuer_id')
    .where('c.code', code)
    .first<{ id: string; brand_id: string }>('c.id', 'i.brand_id');
  const accountId = await accountOf(knex, userId, client.brand_id);
  const policy = await knex('policy_sets').where({ brand_id: client.brand_id }).first<{ id: string }>('id');
  const id = uuidv7();
  await knex('receptions').insert({
    ...{ id, brand_id: client.brand_id, client_code_id: client.id, account_id: accountId },
    ...{ policy_set_id: policy.id, version: 1, consent_text: 'consent-1' },
    consented_at: new Date(from),
    ended_at: until === null ? null : new Date(until),
    outcome: until === null ? null : 'opted-out',
    closed_at: until === null ? null : new Date(until),
    active_key: until === null ? client.id : null,
  });
  return id;
}

async function accountOf(knex: Knex, userId: string, brandId: string): Promise<string> {
  const there = await knex('recipient_accounts')
    .where({ main_contact_id: userId, brand_id: brandId })
    .first<{ id: string } | undefined>('id');
  if (there !== undefined) return there.id;
  const id = uuidv7();
  await knex('recipient_accounts').insert({
    ...{
      id,
      brand_id: brandId,
      main_contact_id: userId,
      kind: 'b2b',
      company_name: 'A recipient',
      version: 1,
    },
    created_at: new Date('2020-01-01T00:00:00Z'),
  });
  return id;
}
