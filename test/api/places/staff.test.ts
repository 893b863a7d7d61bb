/** The operator's own policy for its staff: places and second factors, off in the demo (SE-04; check 33). */
import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { decidedPeoplePolicy } from '../../../domain/people-policy.ts';
import type { PeoplePolicy } from '../../../domain/people-policy.ts';
import type { LivingWorld } from '../../support/living-world.ts';
import { openPlaces, peopleOf } from './scene.ts';

let world: LivingWorld;
let people: ReturnType<typeof peopleOf>;

beforeAll(async () => {
  world = await openPlaces();
  people = peopleOf(world);
  await people.known('olga.operator');
  await people.known('sam.brussel');
}, 120_000);
afterAll(() => world.close());
beforeEach(() => world.knex('rate_limits').delete());

/** Another version of the operator's set, in force from now on. */
async function say(people: Partial<PeoplePolicy>): Promise<void> {
  const sets = await world.knex('policy_sets').whereNull('brand_id').pluck('version');
  await world.knex('policy_sets').insert({
    ...{ id: randomUUID(), brand_id: null, version: sets.length + 1, policy: '{}' },
    effective_from_at: new Date(world.time.now),
    people: JSON.stringify({ zone: 'Europe/Brussels', ...people }),
  });
  world.time.now += 1_000;
}
const places = { ...decidedPeoplePolicy.places, isOn: true, authorised: ['127.0.0.0/8'] };
const from = (address: string, username = 'olga.operator') => people.logIn({ username, from: address });

test('in the demo they log in from anywhere, with a password alone', async () => {
  const answer = await from('203.0.113.70');
  expect(answer.status).toBe(201);
  const me = await world.http.get('/v1/registrations').set({ Authorization: `Bearer ${answer.body.token}` });
  expect(me.status).toBe(200);
});

test('with places on, an unknown one opens nothing until the mail is answered, for staff of the sites too', async () => {
  await say({ places });
  const asked = await from('203.0.113.71');
  expect([asked.status, asked.body.next]).toEqual([202, 'mail']);
  expect((await from('203.0.113.71', 'sam.brussel')).status).toBe(202);
  const row = await world.knex('place_authorisations').orderBy('asked_at').first();
  expect(row).toMatchObject({ company_id: null, told_by: 'mail' });
  const token = await people.mailedToken('olga.operator');
  const answer = await people.confirm({ token, attempt: asked.body.attempt });
  expect([answer.status, answer.body.outcome]).toEqual([200, 'authorised']);
  expect((await from('203.0.113.71')).status).toBe(201);
  expect((await from('203.0.113.72')).status).toBe(202);
  expect((await from('127.0.0.1')).status).toBe(201);
});

test('[check 33] with a second factor wanted, they can do nothing but set one up; of internal users only, if it says so', async () => {
  const see = async (username: string, path: string) => {
    const { body } = await from('127.0.0.1', username);
    const answer = await world.http.get(path).set({ Authorization: `Bearer ${body.token}` });
    return [answer.status, answer.body.reason];
  };
  await say({ secondFactor: 'administrators' });
  expect(await see('olga.operator', '/v1/registrations')).toEqual([403, 'session.factor-needed']);
  expect(await see('olga.operator', '/v1/me/factors')).toEqual([200, undefined]);
  expect(await see('sam.brussel', '/v1/site-tasks?dueBy=2099-01-01')).toEqual([200, undefined]);
  await say({ secondFactor: 'everybody' });
  expect(await see('sam.brussel', '/v1/site-tasks?dueBy=2099-01-01')).toEqual([403, 'session.factor-needed']);
  await say({ secondFactor: 'nobody' });
  expect(await see('olga.operator', '/v1/registrations')).toEqual([200, undefined]);
});
