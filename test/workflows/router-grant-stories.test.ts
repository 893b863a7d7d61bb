/** What a client gives a router, told with dates (WF-06, RT-04). */
import type { ObjectStore } from '../../platform/object-store.ts';
import { caughtOnce } from '../support/catcher.ts';
import { belgianSite, fourteenDays } from '../support/mail-items.ts';
import { newMember } from '../support/persons.ts';
import { company, givingStory, listedRouter, register, suspend } from '../support/router-stories.ts';
import type { Teller } from '../support/stories.ts';
import { openTeller } from '../support/stories.ts';
import { until } from '../support/wait.ts';

let teller: Teller;
beforeEach(async () => {
  teller = await openTeller({} as unknown as ObjectStore);
});
afterEach(() => teller.close());

const house = () => teller.house({ policy: fourteenDays, site: belgianSite });
/** Tue 3 Feb 2032, 15:00 in Brussels; 90 days end on Mon 3 May at midnight, in summer time. */
const tuesday = '2032-02-03T14:00:00.000Z';
const endsAt = '2032-05-03T22:00:00.000Z';

async function scene() {
  const client = await house();
  const companyId = await company(teller.knex, client.brandId);
  const rita = await newMember(teller.knex, companyId, 'administrator');
  const user = await newMember(teller.knex, companyId, 'user');
  const routerId = await listedRouter(teller.knex, client, { companyId });
  return { client, companyId, rita, user, routerId, story: givingStory(teller, client, routerId) };
}

test('a router whose administrator never acts: reminded on days 7, 30 and 75, and after 90 days the grant ends, both are told', async () => {
  const { client, rita, story } = await scene();
  await story.give(tuesday, ['read', 'decide']);
  const grant = await story.grant();
  await teller.until('2032-02-10T23:02:00.000Z');
  await until('she is reminded', async () => (await grant.told()).length === 2);
  expect(await grant.told()).toEqual(['router-granted', 'router-grant-reminder']);
  await teller.until('2032-05-03T21:58:00.000Z');
  expect(await story.ends()).toEqual([null]);
  await teller.until('2032-05-03T22:02:00.000Z');
  expect(await grant.result()).toBe('lapsed');
  expect(await story.ends()).toEqual(['lapsed']);
  expect(await grant.told()).toEqual([
    'router-granted',
    ...Array.from({ length: 3 }, () => 'router-grant-reminder'),
    'router-grant-lapsed-router',
    'router-grant-lapsed',
  ]);
  expect((await caughtOnce(client.email, 1)).map(({ subject }) => subject)).toEqual([
    'Your rights for A router have ended',
  ]);
  expect(await caughtOnce(rita.email, 5)).toHaveLength(5);
});

test('handed on after ten days: the client is told, nothing is reminded or ends any more, until it is taken back', async () => {
  const { client, rita, user, story } = await scene();
  await story.give(tuesday, ['read']);
  const grant = await story.grant();
  await story.handOn('2032-02-13T09:00:00.000Z', rita, user, ['read']);
  await grant.hears();
  await until('the client is told', async () => (await grant.told()).includes('router-grant-working'));
  expect((await caughtOnce(client.email, 1))[0]?.subject).toBe('A router can work for you now');
  await teller.until('2032-09-01T09:00:00.000Z');
  expect(await story.ends()).toEqual([null, null]);
  const { peopleAffected } = await story.give('2032-09-01T10:00:00.000Z', []);
  expect([peopleAffected, await story.ends()]).toEqual([1, ['revoked', 'revoked']]);
  await grant.hears();
  expect(await grant.result()).toBe('revoked');
  expect(await grant.told()).toEqual([
    'router-granted',
    'router-grant-reminder',
    'router-grant-working',
    'router-grant-changed',
  ]);
});

test('handed on in the last minute and the life has not heard of it: nothing ends', async () => {
  const { rita, user, story } = await scene();
  await story.give(tuesday, ['read']);
  const grant = await story.grant();
  await story.handOn('2032-05-03T21:59:00.000Z', rita, user, ['read']);
  await teller.until('2032-05-03T22:05:00.000Z');
  await until('it has looked', async () => (await grant.events()).includes('router-grant.working'));
  expect(await story.ends()).toEqual([null, null]);
});

test('who worked with it is gone: it waits anew for as long as at first', async () => {
  const { rita, user, story } = await scene();
  await story.give(tuesday, ['read']);
  const grant = await story.grant();
  await story.handOn('2032-02-04T09:00:00.000Z', rita, user, ['read']);
  await grant.hears();
  await until('it works', async () => (await grant.events()).includes('router-grant.working'));
  await story.handOn('2032-03-01T09:00:00.000Z', rita, user, [], 1);
  await grant.hears();
  await until('it waits', async () => (await grant.events()).includes('router-grant.idle'));
  const row = await teller.knex('router_grants').where({ id: grant.id }).first();
  expect((row.ends_at as Date).toISOString()).toBe('2032-05-30T22:00:00.000Z');
});

test('a router without an account: its grants wait, and are its own as soon as it has registered', async () => {
  const client = await house();
  const number = 'BE0403170701';
  const routerId = await listedRouter(teller.knex, client, { companyId: null, enterpriseNumber: number });
  const story = givingStory(teller, client, routerId);
  await story.give(tuesday, ['read']);
  const grant = await story.grant();
  const { administrator } = await register(teller, client, number, '2032-03-02T09:00:00.000Z');
  await grant.hears();
  await until('it is told', async () => (await grant.told()).includes('router-granted'));
  await story.handOn('2032-03-02T10:00:00.000Z', administrator, administrator, ['read']);
  await grant.hears();
  await until('the client is told', async () => (await grant.told()).includes('router-grant-working'));
  expect(await grant.told()).toEqual(['router-granted', 'router-grant-working']);
});

test('a router that has no administrator any more: the client is told, nobody is reminded, and it ends all the same', async () => {
  const { companyId, client, rita, story } = await scene();
  await story.give(tuesday, ['read']);
  const grant = await story.grant();
  await suspend(teller, companyId, rita.id, '2032-02-05T09:00:00.000Z');
  await grant.hears();
  await until('the client is told', async () => (await grant.told()).includes('router-unattended'));
  expect((await caughtOnce(client.email, 1))[0]?.subject).toBe('A router has no administrator any more');
  await teller.until('2032-05-03T22:02:00.000Z');
  expect(await grant.result()).toBe('lapsed');
  expect(await grant.told()).toEqual(['router-granted', 'router-unattended', 'router-grant-lapsed']);
  expect(endsAt < (await teller.now())).toBe(true);
});
