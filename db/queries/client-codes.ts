import type { Knex } from 'knex';
import type { ClientFacts } from '../../domain/client-code.ts';
import type { Reach } from '../../domain/reach.ts';

/** A customer of an issuer, as the issuer itself knows him; nothing of who receives (UP-15). */
export interface ClientCode extends ClientFacts {
  readonly id: string;
  readonly issuerId: string;
  readonly version: number;
}

const columns = {
  id: 'id',
  issuerId: 'issuer_id',
  code: 'code',
  prefix: 'prefix',
  customerNumber: 'customer_number',
  companyName: 'company_name',
  language: 'language',
  email: 'email',
  street: 'street',
  postalCode: 'postal_code',
  city: 'city',
  country: 'country',
  contractStartedOn: 'contract_started_on',
  formChannel: 'form_channel',
  version: 'version',
} as const;

export async function clientCodeById(knex: Knex, id: string): Promise<ClientCode | null> {
  const [found] = await knex('client_codes').where({ id }).select<ClientCode[]>(columns);
  return found ?? null;
}

/** Within the reach, by code; `after` is where the page before ended. */
export async function clientCodes(
  knex: Knex,
  reach: Reach,
  { limit, after }: { readonly limit: number; readonly after: readonly [string, string] | null },
): Promise<readonly ClientCode[]> {
  return knex('client_codes')
    .modify((query) => {
      if (!reach.everything) void query.whereIn('issuer_id', [...reach.issuerIds]);
      if (after !== null) void query.whereRaw('(code, id) > (?, ?)', [...after]);
    })
    .orderBy(['code', 'id'])
    .limit(limit)
    .select<ClientCode[]>(columns);
}
