/** UP-15: an issuer learns nothing of who receives, whatever route he asks. */
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { operations } from '../../../api/operations.ts';
import { exampleRequest } from '../example-requests.ts';
import type { Issuing } from './issuing.ts';
import { aKey, createIssuing } from './issuing.ts';

let world: Issuing;
let documentId = '';
/** By the first part of a path, something of that kind that the issuer has. */
let own: Readonly<Record<string, string>> = {};
/** Whatever tells of the people and the account behind a client code. */
let secrets: readonly string[] = [];

beforeAll(async () => {
  world = await createIssuing();
  const receptionId = await world.receives('an.peeters', 'DL210001');
  const person = await world.knex('users').where({ username: 'an.peeters' }).first();
  const account = await world.knex('recipient_accounts').where({ main_contact_id: person.id }).first();
  await world.knex('recipient_accounts').where({ id: account.id }).update({ company_name: 'Canary account' });
  secrets = [
    person.id,
    person.username,
    person.email,
    person.name,
    account.id,
    receptionId,
    'Canary account',
  ];
  documentId = (await world.publish()).body.id as string;
  await world.http.put(`/v1/issued-documents/${documentId}/read`).set(await world.as('an.peeters'));
  const client = await world.knex('client_codes').where({ code: 'DL210001' }).first<{ id: string }>('id');
  own = {
    'issued-documents': documentId,
    'publication-runs': await begun('/v1/publication-runs', { reference: 'blind' }),
    'client-codes': client.id,
    'duplicate-requests': await lostDocument(),
    ...(await codesFor(client.id)),
  };
}, 120_000);
afterAll(() => world.close(), 60_000);

async function begun(path: string, body: object, as = world.issuer()): Promise<string> {
  const answer = await world.http
    .post(path)
    .set({ ...as, ...aKey() })
    .send(body);
  return answer.body.id as string;
}

/** A duplicate that only its issuer can give. */
const lostDocument = async () => {
  const asked = { clientCode: 'DL210001', number: 'never-published' };
  return begun('/v1/me/duplicate-requests', asked, await world.as('an.peeters'));
};

async function codesFor(clientCodeId: string) {
  const batch = await world.http
    .post('/v1/code-batches?reference=blind')
    .set(world.issuer())
    .type('text/csv')
    .send('client_code,supersede\nDL210001,yes\n');
  const code = await world
    .knex('activation_codes')
    .where({ client_code_id: clientCodeId, batch_id: batch.body.id as string })
    .first<{ id: string }>('id');
  return { 'code-batches': batch.body.id as string, 'activation-codes': code.id };
}

test('[UP-15] no answer to an issuer names an account, a person, or whether something was read', async () => {
  const seen: string[] = [];
  const missed: string[] = [];
  // What changes something comes last: it would hide from the others what they are asked about.
  for (const operation of operations.toSorted((one, other) => rank(one) - rank(other))) {
    const id = own[operation.path.split('/')[2] ?? ''] ?? documentId;
    const path = operation.path.replaceAll(/\{\w+\}/g, id);
    const { status, text, headers } = await exampleRequest(world.http, operation, path, world.issuer());
    expect(status).not.toBe(500);
    const said = `${text}${JSON.stringify(headers)}`;
    for (const secret of secrets) if (said.includes(secret)) seen.push(`${operation.id}: ${secret}`);
    if (/"(?:isUnread":(?:true|false)|readAt|accountId":"[0-9a-f])/.test(said)) seen.push(operation.id);
    const isHis = operation.caller !== 'anyone' && operation.caller.includes('issuer');
    const isAnswered = operation.method === 'get' ? status < 300 : ![403, 404].includes(status);
    if (isHis && !isAnswered) missed.push(`${operation.id}: ${String(status)}`);
  }
  expect(seen).toEqual([]);
  expect(missed).toEqual([]);
}, 120_000);

const rank = ({ method }: { readonly method: string }) => (method === 'get' ? 0 : 1);

test('[UP-15] of another issuer’s documents it learns not even that they are there', async () => {
  for (const path of ['', '/content'])
    expect(
      (await world.http.get(`/v1/issued-documents/${documentId}${path}`).set(world.otherIssuer())).status,
    ).toBe(404);
});
