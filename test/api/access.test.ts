/**
 * Every operation for every kind of caller (quality, security checks 1, 3 and 8), as `test/rules/access-matrix.txt` states
 * it: no run writes that file. A new operation has its line written by hand, after somebody has thought about it.
 */
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { createSlots } from '../../api/slots.ts';
import type { AnyOperation } from '../../api/operation.ts';
import { operations } from '../../api/operations.ts';
import { Away } from '../../api/refusal.ts';
import { tablesOf } from '../../commands/access-table.ts';
import { createWorld, ifMatch } from '../support/fixtures.ts';
import { onFile, pastOf, receives } from '../support/recipients.ts';
import { qpdfPath } from '../support/servers.ts';
import type { World } from '../support/fixtures.ts';
import type { Ground } from './access-ground.ts';
import { bakery, groundOf, idOf, tulips } from './access-ground.ts';
import { exampleRequest } from './example-requests.ts';

type Headers = Record<string, string>;

let world: World;
/** Of Bakkerij Peeters, and of Tulip Trading. */
let theirs: Ground;
let strangers: Ground;

/** Where a PDF is looked into: in memory where the system has such a folder. */
const scratchDir = process.platform === 'linux' ? '/dev/shm' : tmpdir();
const away = () => Promise.reject(new Away('temporal'));

beforeAll(async () => {
  world = await createWorld(() => ({
    lives: { command: away, commandMailItem: away, commandTrashing: away },
    mails: { confirmNotificationAddress: () => Promise.reject(new Away('mail')) },
    intake: { scratchDir, qpdfPath: qpdfPath(), slots: createSlots(4) },
  }));
  const ground = await groundOf(world, bakery);
  // What belongs to no company.
  const house = {
    applications: 'e-masspost',
    'registration-forms': 'postkamer-portal',
    registrations: await registered(),
    'service-tokens': await serviceToken(),
    ...(await issued()),
    ...(await published()),
  };
  theirs = { ...ground, ids: { ...ground.ids, ...house } };
  strangers = await groundOf(world, tulips);
  await handOn('rene.lenoir');
  await handOn('sofie.maes');
});
afterAll(() => world.close());

/** A case whose form key everybody here knows: it is the example of the document. */
async function registered(): Promise<string> {
  const begin = operations.find(({ id }) => id === 'beginRegistration') as AnyOperation;
  return (await ask(begin, {}, { ids: {}, parts: {} })).body.id as string;
}

/** An invoice that the administrator receives, a run of its issuer, and a document of it in quarantine. */
async function published(): Promise<Record<string, string>> {
  const { knex } = world;
  await receives(knex, await world.userId('an.peeters'), 'DL210002');
  const { documentId, waitingId, runId, caseId } = await onFile(knex, 'DL210002', new Date(world.time.now));
  const holdId = randomUUID();
  const held = {
    document_id: waitingId,
    reason: 'a test',
    placed_by: runId,
    placed_at: new Date(world.time.now),
  };
  await knex('retention_holds').insert({ id: holdId, ...held });
  return {
    'retention-holds': holdId,
    'issued-documents': documentId,
    'publication-runs': runId,
    'document-cases': caseId,
    ...(await asked(documentId)),
  };
}

/** Two accounts on their way to one, and a duplicate that an issuer has to find. */
async function asked(documentId: string): Promise<Record<string, string>> {
  const { knex } = world;
  const [mergeId, duplicateId] = [randomUUID(), randomUUID()];
  const at = new Date(world.time.now);
  const document = await knex('issued_documents').where({ id: documentId }).first();
  const accounts = await knex('recipient_accounts').orderBy('id').limit(2).select('id', 'brand_id');
  const policy = await knex('policy_sets').where({ brand_id: accounts[0].brand_id }).first('id');
  const common = { brand_id: accounts[0].brand_id, policy_set_id: policy.id, version: 1, opened_at: at };
  await knex('account_merges').insert({
    ...{ id: mergeId, ...common, source_account_id: accounts[0].id, target_account_id: accounts[1].id },
    ...{ contact_stays: 0, ends_at: new Date(world.time.now + 86_400_000), ends_rule: 'a test' },
  });
  await knex('duplicate_requests').insert({
    ...{ id: duplicateId, ...common, issuer_id: document.issuer_id, number: '1', language: 'nl' },
    ...{ client_code_id: document.client_code_id, asked_by_id: await world.userId('an.peeters'), due_at: at },
  });
  return { 'account-merges': mergeId, 'duplicate-requests': duplicateId };
}

/** One that nobody here calls with: its networks are changed. */
async function serviceToken(): Promise<string> {
  const id = randomUUID();
  const common = { id, site_id: await world.siteId('brussel'), created_at: new Date(world.time.now) };
  await world.knex('service_tokens').insert({ ...common, name: 'spare', token_hash: '0'.repeat(64) });
  return id;
}

/** What the bakery gave its router, to one of the router's people (RT-04). */
async function handOn(username: string): Promise<void> {
  const router = await idOf(world, 'companies', { name: 'Routage Lenoir' });
  const path = `/v1/companies/${router}/users/${await world.userId(username)}`;
  const scope = { products: ['letter'], 'invoice-addresses': ['100001'] };
  const saved = await world.http
    .put(`${path}/rights/${theirs.ids['accounts'] ?? ''}/e-masspost`)
    .set(await world.as('rene.lenoir'))
    .set(ifMatch(0))
    .send({ rights: [{ actions: ['global-follow-up'], scope }] });
  if (saved.status !== 200) throw new Error(saved.text);
}

/** Of the issuer: a customer, and a code made for him in a batch. */
async function issued(): Promise<Record<string, string>> {
  const client = await world.knex('client_codes').where({ code: 'DL210001' }).first<{ id: string }>('id');
  const batch = await world.http
    .post('/v1/code-batches?reference=matrix')
    .set(world.asIssuer('wagenpark-lease'))
    .type('text/csv')
    .send('client_code\nDL210001\n');
  const batchId = batch.body.id as string;
  const code = await world.knex('activation_codes').where({ batch_id: batchId }).first<{ id: string }>('id');
  const { receptionId, accountId } = await received(client.id);
  return {
    'client-codes': client.id,
    'code-batches': batchId,
    'activation-codes': code.id,
    receptions: receptionId,
    'recipient-accounts': accountId,
    'history-backfills': await pastOf(world.knex, receptionId),
  };
}

/** Somebody's, straight in the tables. */
async function received(clientCodeId: string): Promise<{ receptionId: string; accountId: string }> {
  const [receptionId, accountId] = [randomUUID(), randomUUID()];
  const brand = await world.knex('brands').where({ brand_key: 'postkamer' }).first<{ id: string }>('id');
  const policy = await world.knex('policy_sets').where({ brand_id: brand.id }).first<{ id: string }>('id');
  const contact = await world.userId('chloe.lambert');
  const at = new Date(world.time.now);
  await world.knex('recipient_accounts').insert({
    ...{ id: accountId, brand_id: brand.id, main_contact_id: contact, kind: 'b2c', company_name: 'Chloé' },
    created_at: at,
  });
  await world.knex('receptions').insert({
    ...{ id: receptionId, brand_id: brand.id, client_code_id: clientCodeId, account_id: accountId },
    ...{ version: 1 },
    ...{ policy_set_id: policy.id, consented_at: at, consent_text: 'a test', active_key: clientCodeId },
  });
  return { receptionId, accountId };
}

const callers: Readonly<Record<string, () => Promise<Headers> | Headers>> = {
  nobody: () => ({}),
  administrator: () => world.as('an.peeters'),
  decider: () => world.as('bart.claes'),
  reader: () => world.as('chloe.lambert'),
  routerAdmin: () => world.as('rene.lenoir'),
  routerUser: () => world.as('sofie.maes'),
  neighbour: () => world.as('luc.dumont'),
  foreigner: () => world.as('emma.jansen'),
  site: () => world.asSite('brussel'),
  siteStaff: () => world.as('sam.brussel'),
  otherSite: () => world.asSite('amsterdam'),
  operator: () => world.as('olga.operator'),
  issuer: () => world.asIssuer('wagenpark-lease'),
  otherIssuer: () => world.asIssuer('kade-energie'),
};

/** A log-in lasts until an operation may have ended it. */
const loggedIn = new Map<string, Headers>();
async function headersOf(name: string, { right, method }: AnyOperation): Promise<Headers> {
  const mayEnd = right === 'self' && method !== 'get';
  const headers = (mayEnd ? undefined : loggedIn.get(name)) ?? (await callers[name]?.()) ?? {};
  if (mayEnd) loggedIn.delete(name);
  else loggedIn.set(name, headers);
  return headers;
}

const stated = tablesOf(readFileSync(new URL('../rules/access-matrix.txt', import.meta.url), 'utf8'));

async function cellsOf(asked: readonly AnyOperation[], ground: Ground): Promise<readonly string[]> {
  const names = Object.keys(callers);
  const rows = [['operation', 'right', ...names]];
  for (const operation of asked) {
    // One caller knows nothing of the others: they ask at once.
    const cells = names.map(async (name) =>
      cellOf(await ask(operation, await headersOf(name, operation), ground)),
    );
    rows.push([operation.id, operation.right, ...(await Promise.all(cells))]);
  }
  return tableOf(rows);
}

test('[check 1] who gets where is what the matrix says, and nothing more', async () => {
  expect(await cellsOf(operations, theirs)).toEqual(stated.theirs);
}, 120_000);

test('[check 1] and where it is a stranger’s: own and foreign for everybody who has something of his own', async () => {
  expect(await cellsOf(ownedOperations(), strangers)).toEqual(stated.strangers);
}, 120_000);

/** Those about something that a company owns. */
function ownedOperations(): readonly AnyOperation[] {
  return operations.filter(
    ({ path, right }) =>
      right !== 'public' && path.includes('{') && strangers.ids[firstOf(path)] !== undefined,
  );
}

test('[check 3] what is hidden from a caller and what does not exist get the same answer', async () => {
  const [head = '', ...lines] = stated.theirs;
  const columns = head.split(/ {2,}/);
  for (const operation of operations.filter(({ path }) => path.includes('{'))) {
    const cells = lines.find((line) => line.startsWith(`${operation.id} `))?.split(/ {2,}/) ?? [];
    const hiddenFrom = columns.filter((_name, at) => cells[at] === 'hidden');
    await Promise.all(hiddenFrom.map((name) => sameAsMissing(operation, name)));
  }
}, 120_000);

async function sameAsMissing(operation: AnyOperation, name: string): Promise<void> {
  const seen = async (ground: Ground) => {
    const headers = { ...(await headersOf(name, operation)), 'X-Request-Id': 'the-same-for-both' };
    const { status, text, headers: sent } = await ask(operation, headers, ground);
    return [operation.id, name, status, text, { ...sent, date: '' }];
  };
  expect(await seen(theirs)).toEqual(await seen(nowhere(theirs)));
}

/** The first id of every path is one of nothing. */
function nowhere({ ids, parts }: Ground): Ground {
  const none = Object.fromEntries(Object.keys(ids).map((key) => [key, randomUUID()]));
  return { ids: none, parts: { ...parts, '{accountId}': randomUUID() } };
}

const firstOf = (path: string): string => path.split('/')[2] ?? '';

/** A request that fits the document: what is refused then is refused for who asks. */
function ask(operation: AnyOperation, headers: Headers, { ids, parts }: Ground) {
  const first = operation.path.indexOf('{');
  const name = /\{\w+\}/.exec(operation.path)?.[0] ?? '';
  // Under `me` a path names what is not the caller's alone.
  const known = operation.path.startsWith('/v1/me/') ? parts[name] : undefined;
  const id = first < 0 ? '' : (known ?? ids[firstOf(operation.path)]);
  if (id === undefined) throw new Error(`tell this test an id for ${operation.id}: ${operation.path}`);
  const path = operation.path.replaceAll(/\{\w+\}/g, (each, at: number) =>
    at === first ? id : (parts[each] ?? id),
  );
  return exampleRequest(world.http, operation, path, headers, (asked) => parts[`{${asked}}`]);
}

function cellOf({ status, body, text }: { status: number; body: { reason?: string }; text: string }): string {
  if (status === 500 || body.reason === 'request.invalid') throw new Error(text);
  if (status === 401 && body.reason === 'session.required') return 'log in';
  if (status === 403) return 'refused';
  return status === 404 ? 'hidden' : 'yes';
}

function tableOf(rows: readonly (readonly string[])[]): readonly string[] {
  const widths =
    rows[0]?.map((_cell, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0))) ?? [];
  return rows.map((row) =>
    row
      .map((cell, column) => cell.padEnd(widths[column] ?? 0))
      .join('  ')
      .trimEnd(),
  );
}
