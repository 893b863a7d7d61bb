import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { mailItemById } from '../../db/queries/mail-item.ts';
import { instantOf } from '../../domain/calendar.ts';
import type { World } from '../support/fixtures.ts';
import { createWorld } from '../support/fixtures.ts';

let world: World;
/** Every reading of the clock is a second later than the one before. */
let now = Date.parse('2027-02-02T14:00:00.000Z');
beforeAll(async () => {
  world = await createWorld(() => ({ clock: () => instantOf((now += 1_000)) }));
});
afterAll(() => world.close());

test('publication is the last reading of the clock in the transaction: everything of the life counts from it', async () => {
  const { itemId, blobId } = await world.arrive();
  const published = new Date(now);
  const row = await world.knex('mail_items').where({ id: itemId }).first();
  expect(row).toMatchObject({ published_at: published, undecided_since_at: published });
  const event = await world.knex('events').where({ kind: 'mail-item.received', subject_id: itemId }).first();
  expect(event.occurred_at).toEqual(published);
  const blob = await world.knex('blobs').where({ id: blobId }).first();
  expect(blob.created_at < published).toBe(true);
  const found = await mailItemById(world.knex, itemId);
  expect(found?.item.publishedAt).toBe(instantOf(now));
});

test('a letter knows every closed day of its site from the day before its publication on, without an end', async () => {
  const { itemId } = await world.arrive();
  const siteId = await world.siteId('brussel');
  const days = ['2027-01-31', '2027-02-01', '2027-02-02', '2029-07-03'];
  await world.knex('site_closed_days').insert(days.map((day) => ({ site_id: siteId, closed_on: day })));
  const closed = (await mailItemById(world.knex, itemId))?.item.site.closedDays ?? [];
  expect(days.filter((day) => closed.includes(day))).toEqual(days.slice(1));
});
