/** Issuers with customers and readers, straight in the tables: the ground on which documents are measured. */
import { Readable } from 'node:stream';
import type { Knex } from 'knex';
import { pack } from 'tar-stream';
import { v7 as uuid } from 'uuid';
import { hashToken, newToken } from '../platform/tokens.ts';
import type { Company } from './world.ts';
import { now } from './world.ts';

export interface Issuing {
  readonly issuerId: string;
  readonly token: string;
  readonly clients: readonly { readonly id: string; readonly code: string; readonly readerId: string }[];
}

/** An issuer of the company's brand with so many customers, each received by somebody of his own since 2010. */
export async function openIssuer(knex: Knex, { brandId }: Company, customers: number): Promise<Issuing> {
  const issuerId = uuid();
  const prefix = 'B1';
  const at = new Date('2010-01-01T00:00:00Z');
  const token = newToken();
  await knex('issuers').insert({
    ...{ id: issuerId, brand_id: brandId, issuer_key: `bench-${issuerId.slice(-12)}`, name: 'Bench' },
    created_at: at,
  });
  await knex('issuer_prefixes').insert({ issuer_id: issuerId, prefix, name: 'Bench' });
  await knex('service_tokens').insert({
    ...{ id: uuid(), issuer_id: issuerId, name: 'bench', token_hash: hashToken(token), created_at: at },
  });
  const policy = await knex('policy_sets').where({ brand_id: brandId }).first<{ id: string }>('id');
  const clients = Array.from({ length: customers }, (_, index) => ({
    ...{
      id: uuid(),
      code: `${prefix}${String(index).padStart(7, '0')}`,
      readerId: uuid(),
      accountId: uuid(),
    },
    number: String(index).padStart(7, '0'),
  }));
  const insert = (table: string, rows: readonly object[]) => knex.batchInsert(table, [...rows], 500);
  const users = clients.map(({ readerId: id }) => ({
    id,
    username: id,
    email: `${id}@bench.example`,
    name: 'Reader',
    language: 'en',
  }));
  await insert('users', users);
  const codes = clients.map(({ id, code, number }) => ({
    ...{
      id,
      issuer_id: issuerId,
      code,
      prefix,
      customer_number: number,
      company_name: 'Client',
      language: 'en',
    },
    created_at: at,
  }));
  await insert('client_codes', codes);
  const accounts = clients.map(({ accountId: id, readerId }) => ({
    ...{
      id,
      brand_id: brandId,
      main_contact_id: readerId,
      kind: 'b2b',
      company_name: 'Client',
      created_at: at,
    },
  }));
  await insert('recipient_accounts', accounts);
  const receptions = clients.map(({ id, accountId }) => ({
    ...{ id: uuid(), brand_id: brandId, client_code_id: id, account_id: accountId, policy_set_id: policy.id },
    ...{ version: 1, consented_at: at, consent_text: 'bench', active_key: id },
  }));
  await insert('receptions', receptions);
  return { issuerId, token, clients };
}

/** A tar archive of these files, written while it is read. */
export function tarStream(files: Iterable<readonly [name: string, content: Buffer]>): Readable {
  const archive = pack();
  const write = async () => {
    for (const [name, content] of files)
      await new Promise<void>((resolve, reject) => {
        archive.entry({ name }, content, (error) => (error ? reject(error) : resolve()));
      });
    archive.finalize();
  };
  write().catch((error: unknown) => archive.destroy(error as Error));
  return Readable.from(archive);
}

export const today = () => now().slice(0, 10);
