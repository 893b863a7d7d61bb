/** IP-11: what is handed to a partner is the contact's mail address, language, name and first name. */
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { partnerContactOf } from '../../../domain/partner-contact.ts';
import type { World } from '../../support/fixtures.ts';
import { createWorld } from '../../support/fixtures.ts';

let world: World;
beforeAll(async () => {
  world = await createWorld();
});
afterAll(() => world.close());

async function accountOf(username: string, more: object = {}): Promise<string> {
  const id = randomUUID();
  const brand = await world.knex('brands').where({ brand_key: 'postkamer' }).first<{ id: string }>('id');
  await world.knex('recipient_accounts').insert({
    ...{ id, brand_id: brand.id, main_contact_id: await world.userId(username), kind: 'b2c' },
    ...{ company_name: username, created_at: new Date(world.time.now), ...more },
  });
  return id;
}

const read = async (id: string) =>
  world.http.get(`/v1/recipient-accounts/${id}/partner-contact`).set(await world.as('olga.operator'));

test('[IP-11] these four and nothing else', async () => {
  const answer = await read(await accountOf('chloe.lambert'));
  const { email, language, first_name, last_name, name } = await world
    .knex('users')
    .where({ username: 'chloe.lambert' })
    .first();
  expect([answer.status, answer.body]).toEqual([
    200,
    { email, language, lastName: last_name ?? name, firstName: last_name === null ? null : first_name },
  ]);
});

test('of a closed account, or of none, nobody is told anything', async () => {
  const closed = await accountOf('bart.claes', { closed_at: new Date(world.time.now) });
  for (const id of [closed, randomUUID()])
    expect([(await read(id)).status, (await read(id)).body.reason]).toEqual([404, 'not-found']);
});

test.each([
  ['with both names', { firstName: 'An', lastName: 'Peeters' }, { firstName: 'An', lastName: 'Peeters' }],
  [
    'who was never asked for one',
    { firstName: null, lastName: null },
    { firstName: null, lastName: 'A log-in' },
  ],
])('a person %s, whatever else is known of him', (_words, names, told) => {
  const known = {
    email: 'a@example.com',
    language: 'nl',
    name: 'A log-in',
    username: 'a',
    phone: '1',
    ...names,
  };
  expect(partnerContactOf(known)).toEqual({ email: 'a@example.com', language: 'nl', ...told });
});
