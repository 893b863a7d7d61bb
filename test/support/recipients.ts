/** Who receives invoices, and what an issuer has on file: straight in the tables. */
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

/** Of the issuer of that client code: a document for it, one in quarantine with its case, and an open run. */
export async function onFile(knex: Knex, code: string, at: Date) {
  const client = await knex('client_codes').where({ code }).first<{ id: string; issuer_id: string }>();
  const issuer = await knex('issuers')
    .where({ id: client.issuer_id })
    .first<{ id: string; brand_id: string }>();
  const policy = await knex('policy_sets').where({ brand_id: issuer.brand_id }).first<{ id: string }>('id');
  const of = { issuer_id: issuer.id, client_code: code, kind: 'invoice', issued_on: '2027-02-01' };
  const sha256 = '0'.repeat(64);
  const insert = async (number: string, clientCodeId: string | null) => {
    const [id, blobId] = [uuidv7(), uuidv7()];
    await knex('blobs').insert({ id: blobId, issuer_id: issuer.id, sha256, bytes: 1, created_at: at });
    await knex('issued_documents').insert({
      ...{ ...of, id, number, number_key: number, client_code_id: clientCodeId, currency: 'EUR' },
      ...{ total_cents: 1, published_at: at, content_hash: sha256, pdf_blob_id: blobId },
    });
    return id;
  };
  const documentId = await insert('1', client.id);
  const waitingId = await insert('2', null);
  const life = {
    ...{ brand_id: issuer.brand_id, issuer_id: issuer.id, policy_set_id: policy.id },
    ...{ version: 1, opened_at: at },
  };
  const [runId, caseId] = [uuidv7(), uuidv7()];
  const run = { id: runId, reference: 'a run', delivered_at: at, ends_rule: 'a test' };
  await knex('publication_runs').insert({ ...life, ...run });
  const waiting = { document_id: waitingId, needs_client: 1, open_key: waitingId };
  await knex('document_cases').insert({ ...life, ...waiting, id: caseId });
  return { documentId, waitingId, runId, caseId, clientCodeId: client.id };
}

/** What is received of that client code is on offer to somebody, who has not answered yet. */
export async function sharedOn(knex: Knex, userId: string, code: string) {
  const receptionId = await receives(knex, userId, code);
  const { account_id: accountId, ...of } = await knex('receptions').where({ id: receptionId }).first();
  const sharingId = uuidv7();
  const brand = { brand_id: of.brand_id, policy_set_id: of.policy_set_id, account_id: accountId };
  await knex('sharings').insert({
    ...{ ...brand, id: sharingId, invited_by_id: userId, name: 'Somebody', email: 'somebody@example.com' },
    ...{ language: 'nl', version: 1, invited_at: new Date('2027-02-02'), ends_at: new Date('2027-03-02') },
  });
  return { sharingId, accountId: String(accountId), clientCodeId: String(of.client_code_id) };
}

/** The past of that reception, paused by staff. */
export async function pastOf(knex: Knex, receptionId: string): Promise<string> {
  const of = await knex('receptions').where({ id: receptionId }).first();
  const id = uuidv7();
  const at = new Date(of.consented_at as Date);
  await knex('history_backfills').insert({
    ...{ id, reception_id: receptionId, brand_id: of.brand_id, policy_set_id: of.policy_set_id },
    ...{ version: 1, begun_at: at, paused_at: at },
  });
  return id;
}
