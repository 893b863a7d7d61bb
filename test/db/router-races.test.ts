/** Taking back against handing on, on the real database: nobody is left with what his router does not hold (WF-06; I-races). */
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { saveRights } from '../../db/changes/save-rights.ts';
import { saveRouterRights } from '../../db/changes/save-router-rights.ts';
import { rightsOfMembers } from '../../db/queries/rights.ts';
import type { House } from '../support/house.ts';
import { buildHouse } from '../support/house.ts';
import { belgianSite, fourteenDays } from '../support/mail-items.ts';
import { newMember } from '../support/persons.ts';
import type { Member } from '../support/persons.ts';
import { registry } from '../support/registry.ts';
import { company, listedRouter } from '../support/router-stories.ts';
import type { OwnDatabase } from './own-database.ts';
import { migratedDatabase } from './own-database.ts';
import { outcomeOf } from '../support/outcome.ts';

const at = '2027-02-02T14:00:00.000Z';
let database: OwnDatabase;
let client: House;
let companyId: string;
let routerId: string;
let accountId: string;
let administrators: readonly [Member, Member];
let user: Member;

beforeAll(async () => {
  database = await migratedDatabase();
  const { knex } = database;
  client = await buildHouse(knex, { policy: fourteenDays, site: belgianSite });
  companyId = await company(knex, client.brandId);
  administrators = [
    await newMember(knex, companyId, 'administrator'),
    await newMember(knex, companyId, 'administrator'),
  ];
  user = await newMember(knex, companyId, 'user');
  routerId = await listedRouter(knex, client, { companyId });
  accountId = (await knex('accounts').where({ company_id: client.companyId }).first<{ id: string }>('id')).id;
});
afterAll(() => database.drop());

const blocks = (actions: readonly ('read' | 'decide')[]) =>
  actions.length === 0 ? [] : [{ actions, scope: { postboxes: [client.postboxId] } }];
const versionOf = async (holderId: string): Promise<number> => {
  const row = await database
    .knex('holdings')
    .where({ holder_id: holderId, account_id: accountId })
    .first<{ version: number } | undefined>('version');
  return row?.version ?? 0;
};
async function give(actions: readonly ('read' | 'decide')[]) {
  const actor = { type: 'user', id: client.userId } as const;
  const asked = { companyId: client.companyId, routerId, accountId, application: 'postbox', actor, at };
  const save = saveRouterRights(database.knex, registry);
  const wish = { profile: null, rights: blocks(actions) };
  return save({ ...asked, request: null }, wish, await versionOf(companyId));
}
async function handOn(by: Member, actions: readonly ('read' | 'decide')[], seen: number) {
  const actor = { type: 'user', id: by.id } as const;
  const asked = { companyId, userId: user.id, accountId, application: 'postbox', actor, at, request: null };
  return saveRights(database.knex, registry)(asked, { profile: null, rights: blocks(actions) }, seen);
}
const live = (holderId: string): Promise<readonly string[]> =>
  database
    .knex('grants as g')
    .join('holdings as h', 'h.id', 'g.holding_id')
    .join('grant_actions as a', 'a.grant_id', 'g.id')
    .where({ 'h.holder_id': holderId, 'g.ended_at': null })
    .orderBy('a.action')
    .distinct()
    .pluck('a.action');

test('a revocation against a redistribution: whichever comes second finds what the other left', async () => {
  const outcomes = new Set<string>();
  for (let round = 0; round < 12; round += 1) {
    await give(['read', 'decide']);
    const seen = await versionOf(user.membershipId);
    const works = [() => give([]), () => handOn(administrators[0], ['read', 'decide'], seen)];
    const order = round % 2 === 0 ? works : works.toReversed();
    const found = await Promise.all(order.map((work) => outcomeOf(work())));
    outcomes.add(found.join());
    expect(await live(companyId)).toEqual([]);
    expect(await live(user.membershipId)).toEqual([]);
    const members = [{ membershipId: user.membershipId, companyId }];
    expect(await rightsOfMembers(database.knex, registry, members)).toEqual([]);
  }
  for (const outcome of outcomes) expect(outcome).toMatch(/done/);
}, 120_000);

test('two administrators of the router at once: one saves, the other must look again', async () => {
  await give(['read', 'decide']);
  const seen = await versionOf(user.membershipId);
  const found = await Promise.all(
    administrators.map((by, index) => outcomeOf(handOn(by, index === 0 ? ['read'] : ['decide'], seen))),
  );
  expect(found.toSorted()).toEqual(['done', 'rights.version-stale']);
});

test('fifty at once: at the end the people hold nothing beyond what the router does', async () => {
  const works = Array.from({ length: 50 }, async (_none, index) => {
    if (index % 5 === 0) return outcomeOf(give(index % 10 === 0 ? ['read'] : ['read', 'decide']));
    const by = administrators[index % 2 === 0 ? 0 : 1];
    return outcomeOf(handOn(by, index % 3 === 0 ? ['read'] : ['decide'], await versionOf(user.membershipId)));
  });
  const found = await Promise.all(works);
  expect(found).toContain('done');
  const held = await live(companyId);
  const expected = held.includes('decide') ? ['decide', 'read'] : ['read'];
  for (const action of await live(user.membershipId)) expect(expected).toContain(action);
  const open = await database.knex('router_grants').where({ router_id: routerId, closed_at: null });
  expect(open).toHaveLength(1);
}, 120_000);
