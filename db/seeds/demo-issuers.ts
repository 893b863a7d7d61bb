/** Who sends documents in the demo: one issuer a brand, its prefixes, and a handful of its customers. */
import type { Knex } from 'knex';
import { v7 as uuid } from 'uuid';
import type { CalendarDay, Instant } from '../../domain/calendar.ts';
import { toDb } from '../instants.ts';
import type { DemoAddress } from './demo-shapes.ts';
import type { DemoPorts } from './demo-ports.ts';

interface DemoCustomer {
  readonly prefix: string;
  readonly number: string;
  readonly name: string;
  readonly language: string;
  readonly email: string | null;
  readonly address: DemoAddress;
  readonly contractStartedOn: CalendarDay | null;
}

interface DemoIssuer {
  readonly key: string;
  readonly brand: string;
  readonly name: string;
  readonly contactEmail: string;
  readonly prefixes: Readonly<Record<string, string>>;
  readonly customers: readonly DemoCustomer[];
}

export interface DemoIssuerToken {
  readonly issuer: string;
  readonly token: string;
}

const gent = { street: 'Kaai 4', postalCode: '9000', city: 'Gent', country: 'BE' };
const liege = { street: 'Rue Féronstrée 21', postalCode: '4000', city: 'Liège', country: 'BE' };
const eupen = { street: 'Marktplatz 3', postalCode: '4700', city: 'Eupen', country: 'BE' };
const luxembourg = { street: '7 rue du Fossé', postalCode: '1536', city: 'Luxembourg', country: 'LU' };
const utrecht = { street: 'Oudegracht 44', postalCode: '3511 AR', city: 'Utrecht', country: 'NL' };
const breda = { street: 'Haven 9', postalCode: '4811 WL', city: 'Breda', country: 'NL' };

const customer = (
  [prefix, number, name, language]: readonly [string, string, string, string],
  address: DemoAddress,
  email: string | null,
  contractStartedOn: CalendarDay | null,
): DemoCustomer => ({ prefix, number, name, language, address, email, contractStartedOn });

const demoIssuers: readonly DemoIssuer[] = [
  {
    key: 'wagenpark-lease',
    brand: 'postkamer',
    name: 'Wagenpark Lease',
    contactEmail: 'klanten@wagenpark-lease.example',
    prefixes: { DL2: 'Wagenpark Lease Services', DL5: 'Wagenpark Lease Belgium' },
    customers: [
      customer(
        ['DL2', '10001', 'Garage Vermeulen', 'nl'],
        gent,
        'garage.vermeulen@example.com',
        '2006-03-01',
      ),
      customer(
        ['DL5', '10001', 'Garage Vermeulen', 'nl'],
        gent,
        'garage.vermeulen@example.com',
        '2019-09-01',
      ),
      customer(
        ['DL2', '10002', 'Boulangerie Lejeune', 'fr'],
        liege,
        'info@boulangerie-lejeune.example',
        '2015-01-15',
      ),
      customer(['DL2', '10003', 'Ostbelgien Optik', 'de'], eupen, 'kontakt@optik.example', '2021-05-10'),
      customer(['DL5', '10004', 'Fiduciaire Kirchberg', 'en'], luxembourg, null, '2023-11-01'),
      customer(['DL2', '10005', 'Marie Dubois', 'fr'], liege, 'marie.dubois@example.com', '2022-02-01'),
    ],
  },
  {
    key: 'kade-energie',
    brand: 'brievenbus',
    name: 'Kade Energie',
    contactEmail: 'facturen@kade-energie.example',
    prefixes: { KE: 'Kade Energie' },
    customers: [
      customer(['KE', '700001', 'Tulip Trading', 'en'], utrecht, 'finance@tulip-trading.example', null),
      customer(['KE', '700002', 'Bakker Breda', 'nl'], breda, 'info@bakker-breda.example', null),
    ],
  },
];

/** Writes the issuers of the demo with their customers; returns what each calls with. */
export async function writeIssuers(
  trx: Knex.Transaction,
  ports: DemoPorts,
  at: Instant,
): Promise<readonly DemoIssuerToken[]> {
  const tokens: DemoIssuerToken[] = [];
  for (const issuer of demoIssuers) {
    const brand = await trx('brands').where({ brand_key: issuer.brand }).first<{ id: string }>('id');
    const id = uuid();
    const { key, name, contactEmail } = issuer;
    await trx('issuers').insert({
      ...{ id, brand_id: brand.id, issuer_key: key, name },
      ...{ contact_email: contactEmail, created_at: toDb(at) },
    });
    await trx('issuer_prefixes').insert(
      Object.entries(issuer.prefixes).map(([prefix, of]) => ({ issuer_id: id, prefix, name: of })),
    );
    await trx('client_codes').insert(issuer.customers.map((each) => clientCode(id, each, at)));
    const token = ports.newToken();
    await trx('service_tokens').insert({
      ...{ id: uuid(), issuer_id: id, name: `Demo invoicing of ${key}` },
      ...{ token_hash: ports.hashToken(token), created_at: toDb(at) },
    });
    tokens.push({ issuer: key, token });
  }
  return tokens;
}

function clientCode(issuerId: string, each: DemoCustomer, at: Instant) {
  const { street, postalCode, city, country } = each.address;
  return {
    id: uuid(),
    issuer_id: issuerId,
    code: `${each.prefix}${each.number}`,
    prefix: each.prefix,
    customer_number: each.number,
    company_name: each.name,
    language: each.language,
    email: each.email,
    ...{ street, postal_code: postalCode, city, country },
    contract_started_on: each.contractStartedOn,
    created_at: toDb(at),
  };
}
