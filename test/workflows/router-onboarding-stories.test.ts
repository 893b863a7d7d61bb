/** A router that a client misses, told with dates (WF-06, RT-03). */
import type { ObjectStore } from '../../platform/object-store.ts';
import { belgianSite, fourteenDays } from '../support/mail-items.ts';
import { newMember } from '../support/persons.ts';
import { asked, company, listedRouter, place, register } from '../support/router-stories.ts';
import { staffMember } from '../support/staff.ts';
import type { Teller } from '../support/stories.ts';
import { openTeller } from '../support/stories.ts';
import { until } from '../support/wait.ts';

let teller: Teller;
beforeEach(async () => {
  teller = await openTeller({} as unknown as ObjectStore);
});
afterEach(() => teller.close());

const house = () => teller.house({ policy: fourteenDays, site: belgianSite });
const number = 'BE0403170701';
const entry = { ...place, name: 'A router', type: 'other', enterpriseNumber: number } as const;
const operator = () => staffMember(teller.knex);
/** Fri 6 Feb 2032, 16:30 in Brussels: an hour that day, three and a half on Saturday, the rest on Monday. */
const friday = '2032-02-06T15:30:00.000Z';

test('asked on Friday afternoon: due on Monday, late from then, listed, registered, confirmed, and the client hears each step', async () => {
  const client = await house();
  const life = await asked(teller, client, friday);
  const row = await teller.knex('router_onboardings').where({ id: life.id }).first();
  expect((row.due_at as Date).toISOString()).toBe('2032-02-09T11:00:00.000Z');
  await teller.until('2032-02-09T11:02:00.000Z');
  await until('it is late', async () => (await life.events()).includes('router-onboarding.overdue'));
  const words = { router: { entry: { ...entry, email: 'info@router.example' } } };
  await life.command('approve', await operator(), words);
  await until('all is told', async () => (await life.told()).length === 2);
  expect(await life.told()).toEqual(['router-invited', 'router-listed']);
  const registered = await register(teller, client, number, '2032-02-10T09:00:00.000Z');
  await life.hears();
  await until('it is asked', async () => (await life.told()).includes('router-confirm'));
  await expect(life.command('confirm', { type: 'user', id: client.userId })).rejects.toThrow();
  await life.command('confirm', { type: 'user', id: registered.administrator.id });
  expect(await life.result()).toBe('ready');
  expect(await life.told()).toEqual(['router-invited', 'router-listed', 'router-confirm', 'router-ready']);
});

test('the router never answers: reminded on days 3 and 14, after 90 days it lapses and the client is told', async () => {
  const client = await house();
  const life = await asked(teller, client, friday);
  const companyId = await company(teller.knex, client.brandId, number);
  await newMember(teller.knex, companyId, 'administrator');
  await life.command('approve', await operator(), { router: { entry: { ...entry, email: null } } });
  await teller.until('2032-02-09T23:02:00.000Z');
  await until('it is reminded', async () => (await life.told()).includes('router-confirm-reminder'));
  await teller.until('2032-05-06T22:02:00.000Z');
  expect(await life.result()).toBe('lapsed');
  expect(await life.told()).toEqual([
    'router-confirm',
    'router-listed',
    'router-confirm-reminder',
    'router-confirm-reminder',
    'router-lapsed',
  ]);
});

test('two clients ask for the same router: it confirms once, and both hear of it', async () => {
  const client = await house();
  const lives = [await asked(teller, client, friday), await asked(teller, client, friday)] as const;
  const companyId = await company(teller.knex, client.brandId);
  const rita = await newMember(teller.knex, companyId, 'administrator');
  const routerId = await listedRouter(teller.knex, client, { companyId });
  for (const life of lives) await life.command('approve', await operator(), { router: { routerId } });
  await lives[0].command('confirm', { type: 'user', id: rita.id });
  await lives[1].hears();
  expect([await lives[0].result(), await lives[1].result()]).toEqual(['ready', 'ready']);
});

test('declined with a reason: over, and the client is told why', async () => {
  const life = await asked(teller, await house(), friday);
  await life.command('decline', await operator(), { note: 'Not to be found.' });
  expect(await life.result()).toBe('declined');
  expect(await life.told()).toEqual(['router-declined']);
});
