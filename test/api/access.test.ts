/**
 * Every operation for every kind of caller (quality, security checks 1, 3 and 8), as `test/rules/access-matrix.txt` states
 * it: no run writes that file. A new operation has its line written by hand, after somebody has thought about it.
 */
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { openAccessReview } from '../../db/changes/open-access-review.ts';
import { createSlots } from '../../api/slots.ts';
import type { AnyOperation } from '../../api/operation.ts';
import { operations } from '../../api/operations.ts';
import { Away } from '../../api/refusal.ts';
import { createWorld } from '../support/fixtures.ts';
import { receives } from '../support/recipients.ts';
import type { World } from '../support/fixtures.ts';
import { exampleRequest } from './example-requests.ts';

type Headers = Record<string, string>;

let world: World;
/** What a path's first segment names: something of Bakkerij Peeters, in a box at Brussels. */
let ids: Record<string, string>;
/** What a further parameter of a path names. */
let parts: Record<string, string>;

const away = () => Promise.reject(new Away('temporal'));

beforeAll(async () => {
  world = await createWorld(() => ({
    lives: { command: away, commandMailItem: away, commandTrashing: away },
    mails: { confirmNotificationAddress: () => Promise.reject(new Away('mail')) },
    intake: { scratchDir: tmpdir(), qpdfPath: 'qpdf', slots: createSlots(4) },
  }));
  const letter = await world.arrive({ box: 'BE 1001' });
  const forwarded = await world.arrive({ box: 'BE 1002' });
  const task = await world
    .knex('site_tasks')
    .where({ mail_item_id: forwarded.itemId })
    .first<{ id: string }>('id');
  const addressee = await world
    .knex('addressees')
    .where({ postbox_id: await world.boxId('BE 1001') })
    .first<{ id: string }>('id');
  const account = await world
    .knex('accounts')
    .where({ company_id: await companyOf(letter.itemId) })
    .first<{ id: string }>('id');
  const invoice = await world
    .knex('application_objects')
    .where({ account_id: account.id, application: 'invoice-reporter' })
    .first<{ id: string }>('id');
  parts = {
    '{accountId}': account.id,
    '{application}': 'invoice-reporter',
    '{dimension}': 'invoice-addresses',
    '{addresseeId}': addressee.id,
    '{kind}': 'forwarding',
    '{invitationId}': await invitationOf(await companyOf(letter.itemId)),
    '{routerId}': await listedRouter(),
    '{userId}': await colleague(await companyOf(letter.itemId)),
    ...(await reviewOf(await companyOf(letter.itemId))),
  };
  ids = {
    accounts: account.id,
    'application-objects': invoice.id,
    applications: 'e-masspost',
    'mail-items': letter.itemId,
    documents: letter.documentId,
    companies: await companyOf(letter.itemId),
    trashings: await trashed((await world.arrive({ box: 'BE 1001' })).documentId),
    postboxes: await world.boxId('BE 1001'),
    'site-tasks': task.id,
    'rights-requests': await askedFor(await companyOf(letter.itemId)),
    routers: await listedRouter(),
    'router-onboardings': await onboardingFor(await companyOf(letter.itemId)),
    'administrator-recoveries': await recoveryFor(await companyOf(letter.itemId)),
    me: await sessionOf('an.peeters'),
    'registration-forms': 'postkamer-portal',
    registrations: await registered(),
    'service-tokens': await serviceToken(),
    ...(await issued()),
  };
}, 60_000);
afterAll(() => world.close());

/** A case whose form key everybody here knows: it is the example of the document. */
async function registered(): Promise<string> {
  const begin = operations.find(({ id }) => id === 'beginRegistration') as AnyOperation;
  return (await ask(begin, {}, '')).body.id as string;
}

/** An invoice that the administrator receives, a run of its issuer, and a document of it in quarantine. */
async function issued(): Promise<Record<string, string>> {
  const { knex } = world;
  await receives(knex, await world.userId('an.peeters'), 'DL210001');
  const client = await knex('client_codes').where({ code: 'DL210001' }).first();
  const issuer = await knex('issuers').where({ id: client.issuer_id }).first();
  const policy = await knex('policy_sets').where({ brand_id: issuer.brand_id }).first();
  const at = new Date(world.time.now);
  const of = { issuer_id: issuer.id, client_code: client.code, kind: 'invoice', issued_on: '2027-02-01' };
  const row = (number: string, clientCodeId: string | null) => ({
    ...{ id: randomUUID(), ...of, number, number_key: number, client_code_id: clientCodeId, currency: 'EUR' },
    ...{ total_cents: 1, published_at: at, content_hash: '0'.repeat(64), pdf_blob_id: randomUUID() },
  });
  const rows = [row('1', client.id), row('2', null)] as const;
  await knex('issued_documents').insert([...rows]);
  const blobs = rows.map(({ pdf_blob_id: id }) => ({
    id,
    issuer_id: issuer.id,
    sha256: '0'.repeat(64),
    bytes: 1,
    created_at: at,
  }));
  await knex('blobs').insert(blobs);
  const life = {
    brand_id: issuer.brand_id,
    issuer_id: issuer.id,
    policy_set_id: policy.id,
    version: 1,
    opened_at: at,
  };
  const [runId, caseId] = [randomUUID(), randomUUID()];
  await knex('publication_runs').insert({
    ...life,
    id: runId,
    reference: 'a run',
    delivered_at: at,
    ends_rule: 'a test',
  });
  const waiting = { document_id: rows[1].id, needs_client: 1, open_key: rows[1].id };
  await knex('document_cases').insert({ ...life, ...waiting, id: caseId });
  const holdId = randomUUID();
  const held = { document_id: rows[1].id, reason: 'a test', placed_by: runId, placed_at: at };
  await knex('retention_holds').insert({ id: holdId, ...held });
  return {
    'retention-holds': holdId,
    'issued-documents': rows[0].id,
    'publication-runs': runId,
    'document-cases': caseId,
  };
}

/** One that nobody here calls with: its networks are changed. */
async function serviceToken(): Promise<string> {
  const id = randomUUID();
  const common = { id, site_id: await world.siteId('brussel'), created_at: new Date(world.time.now) };
  await world.knex('service_tokens').insert({ ...common, name: 'spare', token_hash: '0'.repeat(64) });
  return id;
}

/** Of his own: hidden from everybody else. */
async function sessionOf(username: string): Promise<string> {
  await world.as(username);
  const userId = await world.userId(username);
  const row = await world.knex('sessions').where({ user_id: userId }).first<{ id: string }>('id');
  return row.id;
}

async function companyOf(itemId: string): Promise<string> {
  const item = await world
    .knex('mail_items')
    .where({ id: itemId })
    .first<{ company_id: string }>('company_id');
  return item.company_id;
}

/** A log-in of its own for every request: one of the operations ends it. */
const callers: Readonly<Record<string, () => Promise<Headers> | Headers>> = {
  nobody: () => ({}),
  administrator: () => world.as('an.peeters'),
  decider: () => world.as('bart.claes'),
  reader: () => world.as('chloe.lambert'),
  neighbour: () => world.as('luc.dumont'),
  foreigner: () => world.as('emma.jansen'),
  site: () => world.asSite('brussel'),
  siteStaff: () => world.as('sam.brussel'),
  otherSite: () => world.asSite('amsterdam'),
  operator: () => world.as('olga.operator'),
  issuer: () => world.asIssuer('wagenpark-lease'),
  otherIssuer: () => world.asIssuer('kade-energie'),
};

test('[check 1] who gets where is what the matrix says, and nothing more', async () => {
  const names = Object.keys(callers);
  const rows = [['operation', 'right', ...names]];
  for (const operation of operations) {
    const cells = [];
    for (const name of names)
      cells.push(cellOf(await ask(operation, await headersOf(name), idFor(operation))));
    rows.push([operation.id, operation.right, ...cells]);
  }
  const written = readFileSync(new URL('../rules/access-matrix.txt', import.meta.url), 'utf8');
  const stated = written.split('\n').filter((line) => line !== '' && !line.startsWith('#'));
  expect(tableOf(rows).split('\n')).toEqual(stated);
}, 120_000);

test('[check 3] what is hidden from a caller and what does not exist get the same answer', async () => {
  for (const operation of operations.filter(({ path }) => path.includes('{'))) {
    for (const name of ['neighbour', 'foreigner', 'otherSite', 'reader']) {
      const headers = { ...(await headersOf(name)), 'X-Request-Id': 'the-same-for-both' };
      const [there, missing] = [
        await ask(operation, headers, idFor(operation)),
        await ask(operation, headers, randomUUID()),
      ];
      if (there.status !== 404) continue;
      const seen = ({ status, text, headers: sent }: typeof there) => ({
        status,
        text,
        headers: { ...sent, date: '' },
      });
      expect([operation.id, name, seen(there)]).toEqual([operation.id, name, seen(missing)]);
    }
  }
}, 120_000);

/** Somebody of the company who calls nothing himself: he may be changed, stopped and sent away. */
async function colleague(companyId: string): Promise<string> {
  const id = randomUUID();
  const user = {
    username: 'nele.janssens',
    email: 'nele.janssens@example.com',
    name: 'Nele',
    language: 'nl',
  };
  await world.knex('users').insert({ id, ...user });
  const member = { company_id: companyId, profile: 'user', accepted_at: new Date(world.time.now) };
  await world.knex('memberships').insert({ id: randomUUID(), user_id: id, ...member });
  return id;
}

/** Somebody is asked to join the company, straight in the tables. */
/** A review of the company's rights, a year from now, with one of its entries. */
async function reviewOf(companyId: string): Promise<Record<string, string>> {
  const reviewId = (await openAccessReview(world.knex)(companyId, '2028-02-03T09:00:00.000Z')) ?? '';
  const entry = await world
    .knex('access_review_entries')
    .where({ review_id: reviewId })
    .first<{ id: string }>('id');
  return { '{reviewId}': reviewId, '{entryId}': entry.id };
}

async function invitationOf(companyId: string): Promise<string> {
  const id = randomUUID();
  const company = await world.knex('companies').where({ id: companyId }).first();
  const policy = await world.knex('policy_sets').where({ brand_id: company.brand_id }).first();
  const at = new Date(world.time.now);
  await world.knex('user_provisionings').insert({
    ...{ id, brand_id: company.brand_id, company_id: companyId, kind: 'membership', profile: 'user' },
    ...{ typed: 'somebody', policy_set_id: policy.id, version: 1, invited_at: at },
    ...{ ends_at: new Date('2027-03-02T14:00:00Z'), ends_rule: 'a test' },
  });
  return id;
}

/** The router of the demo. */
async function listedRouter(): Promise<string> {
  return (await world.knex('routers').where({ name: 'Routage Lenoir' }).first<{ id: string }>('id')).id;
}

/** A router that the company has asked for, straight in the tables. */
async function onboardingFor(companyId: string): Promise<string> {
  const id = randomUUID();
  const company = await world.knex('companies').where({ id: companyId }).first();
  const policy = await world.knex('policy_sets').where({ brand_id: company.brand_id }).first();
  const at = new Date(world.time.now);
  const address = { street: 'Rue 1', postal_code: '59000', city: 'Lille', country: 'FR' };
  await world.knex('router_onboardings').insert({
    ...{ id, brand_id: company.brand_id, company_id: companyId, policy_set_id: policy.id, version: 1 },
    ...{ name: 'A router', ...address, asked_at: at, due_at: at, due_rule: 'a test', stage: 'vetting' },
  });
  return id;
}

/** A company on its way to a new administrator, straight in the tables. */
async function recoveryFor(companyId: string): Promise<string> {
  const id = randomUUID();
  const company = await world.knex('companies').where({ id: companyId }).first();
  const policy = await world.knex('policy_sets').where({ brand_id: company.brand_id }).first();
  const at = new Date(world.time.now);
  await world.knex('administrator_recoveries').insert({
    id,
    brand_id: company.brand_id,
    company_id: companyId,
    candidate_id: await world.userId('bart.claes'),
    policy_set_id: policy.id,
    version: 1,
    reason: 'He has left.',
    proposed_at: at,
    proposed_by: id,
    ends_at: new Date('2027-03-02T14:00:00Z'),
    ends_rule: 'a test',
    open_key: companyId,
  });
  return id;
}

/** Of the reader; his administrators have it. */
async function askedFor(companyId: string): Promise<string> {
  const account = await world.knex('accounts').where({ company_id: companyId }).first<{ id: string }>('id');
  const scope = { postboxes: [await world.boxId('BE 1002')] };
  const answer = await world.http
    .post(`/v1/companies/${companyId}/rights-requests`)
    .set(await world.as('chloe.lambert'))
    .set('Idempotency-Key', randomUUID())
    .send({ accountId: account.id, application: 'postbox', rights: [{ actions: ['decide'], scope }] });
  return answer.body.id as string;
}

async function trashed(documentId: string): Promise<string> {
  await world.http
    .post(`/v1/documents/${documentId}/trash`)
    .set(await world.as('an.peeters'))
    .set('Idempotency-Key', randomUUID());
  const row = await world.knex('trashings').where({ document_id: documentId }).first<{ id: string }>('id');
  return row.id;
}

async function headersOf(name: string): Promise<Headers> {
  return (await callers[name]?.()) ?? {};
}

function idFor({ id, path }: AnyOperation): string {
  if (!path.includes('{')) return '';
  const known = ids[path.split('/')[2] ?? ''];
  if (known === undefined) throw new Error(`tell this test an id for ${id}: ${path}`);
  return known;
}

/** A request that fits the document: what is refused then is refused for who asks. */
function ask(operation: AnyOperation, headers: Headers, id: string) {
  const path = operation.path.replaceAll(/\{\w+\}/g, (name, at: number) =>
    at === operation.path.indexOf('{') ? id : (parts[name] ?? id),
  );
  return exampleRequest(world.http, operation, path, headers, (name) => parts[`{${name}}`]);
}

function cellOf({ status, body, text }: { status: number; body: { reason?: string }; text: string }): string {
  if (status === 500 || body.reason === 'request.invalid') throw new Error(text);
  if (status === 401 && body.reason === 'session.required') return 'log in';
  if (status === 403) return 'refused';
  return status === 404 ? 'hidden' : 'yes';
}

function tableOf(rows: readonly (readonly string[])[]): string {
  const widths =
    rows[0]?.map((_cell, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0))) ?? [];
  return rows
    .map((row) =>
      row
        .map((cell, column) => cell.padEnd(widths[column] ?? 0))
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
}
