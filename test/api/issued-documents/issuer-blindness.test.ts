/** UP-15: an issuer learns nothing of who receives, whatever route he asks. */
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { operations } from '../../../api/operations.ts';
import { exampleRequest } from '../example-requests.ts';
import type { Issuing } from './issuing.ts';
import { createIssuing } from './issuing.ts';

let world: Issuing;
let documentId = '';
let runId = '';
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
  const begun = world.http
    .post('/v1/publication-runs')
    .set({ ...world.issuer(), 'Idempotency-Key': 'a-key-of-this-test-1' });
  runId = (await begun.send({ reference: 'blind' })).body.id as string;
}, 120_000);
afterAll(() => world.close(), 60_000);

test('[UP-15] no answer to an issuer names an account, a person, or whether something was read', async () => {
  const seen: string[] = [];
  for (const operation of operations) {
    const id = operation.path.includes('/publication-runs/') ? runId : documentId;
    const path = operation.path.replaceAll(/\{\w+\}/g, id);
    const { status, text, headers } = await exampleRequest(world.http, operation, path, world.issuer());
    expect(status).not.toBe(500);
    const said = `${text}${JSON.stringify(headers)}`;
    for (const secret of secrets) if (said.includes(secret)) seen.push(`${operation.id}: ${secret}`);
    if (/"(?:isUnread":(?:true|false)|readAt|accountId":"[0-9a-f])/.test(said)) seen.push(operation.id);
  }
  expect(seen).toEqual([]);
}, 120_000);

test('[UP-15] of another issuer’s documents it learns not even that they are there', async () => {
  for (const path of ['', '/content'])
    expect(
      (await world.http.get(`/v1/issued-documents/${documentId}${path}`).set(world.otherIssuer())).status,
    ).toBe(404);
});
