/**
 * Delegated administration on the real database: random histories against an independent model, and what happens at the same
 * moment (quality.md, checks 13 to 17; issue 5, Proof).
 */
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { v7 as uuidv7 } from 'uuid';
import type { Actor } from '../../db/changes/append-event.ts';
import { setProfile } from '../../db/changes/change-user.ts';
import { deactivateUser, reactivateUser } from '../../db/changes/deactivate-user.ts';
import { registerScopeValues } from '../../db/changes/open-account.ts';
import { copyRights, saveRights } from '../../db/changes/save-rights.ts';
import { saveRouterRights } from '../../db/changes/save-router-rights.ts';
import { setBoundary } from '../../db/changes/set-boundary.ts';
import { applicationObjects } from '../../db/queries/application-objects.ts';
import { activeMemberships, holdingOf, rightsOfMembers } from '../../db/queries/rights.ts';
import { objectRightsOf } from '../../domain/object-rights.ts';
import type { RightBlock, RightSet } from '../../domain/right-set.ts';
import { reachOf } from '../../domain/reach.ts';
import { can } from '../../domain/rights.ts';
import type { House } from '../support/house.ts';
import { buildHouse } from '../support/house.ts';
import { fourteenDays } from '../support/mail-items.ts';
import { newMember } from '../support/persons.ts';
import { registry } from '../support/registry.ts';
import { ReferenceRights } from '../support/rights-reference.ts';
import { company, listedRouter } from '../support/router-stories.ts';
import { migratedDatabase } from './own-database.ts';
import type { OwnDatabase } from './own-database.ts';
import { outcomeOf } from '../support/outcome.ts';
import { staffMember } from '../support/staff.ts';

const at = '2027-02-02T14:00:00.000Z';
const application = 'e-masspost';
const actions = ['confirm-deposit', 'create-deposit', 'global-follow-up', 'see-prices'];
const products = ['kilopost', 'letter'];
const addresses = ['1', '2'];
/** EM-05: confirming shows prices. */
const brings = (right: string) =>
  right.startsWith('confirm-deposit ') ? [right, right.replace('confirm-deposit', 'see-prices')] : [right];

let database: OwnDatabase;
let staff: Actor;
beforeAll(async () => {
  database = await migratedDatabase();
  staff = await staffMember(database.knex);
});
afterAll(() => database.drop());

interface Person {
  readonly userId: string;
  readonly membershipId: string;
  readonly companyId: string;
}

/** A company with an account, its first administrator and so many users. */
async function companyWith(users: number) {
  const { knex } = database;
  const site = {
    zone: 'Europe/Brussels',
    country: 'BE',
    cutOff: '15:00',
    workingWeekdays: [1],
    closedDays: [],
  };
  const house = await buildHouse(knex, { policy: fourteenDays, site });
  const { companyId, userId } = house;
  const account = await knex('accounts').where({ company_id: companyId }).first<{ id: string }>('id');
  const first = await knex('memberships').where({ company_id: companyId }).first<{ id: string }>('id');
  const people: Person[] = [{ userId, membershipId: first.id, companyId }];
  for (let index = 0; index < users; index += 1) {
    const { id, membershipId } = await newMember(knex, companyId);
    people.push({ userId: id, membershipId, companyId });
  }
  const values = addresses.map((value) => ({ value, label: value, kind: null }));
  await knex.transaction((trx) => registerScopeValues(trx, account.id, 'invoice-addresses', values));
  return { companyId, accountId: account.id, people, house };
}

interface Company {
  readonly companyId: string;
  readonly accountId: string;
  readonly people: readonly Person[];
  readonly routerId?: string;
}

/** With a router of the brand that works for it: its administrator, and somebody who works there. */
async function withRouter(client: Company & { readonly house: House }): Promise<Company> {
  const { knex } = database;
  const companyId = await company(knex, client.house.brandId);
  const people = [
    await newMember(knex, companyId, 'administrator'),
    await newMember(knex, companyId, 'user'),
  ];
  const routerId = await listedRouter(knex, client.house, { companyId });
  const there = people.map(({ id: userId, membershipId }) => ({ userId, membershipId, companyId }));
  return { ...client, people: [...client.people, ...there], routerId };
}

const block = (held: readonly string[], on: readonly string[], to: readonly string[]): RightBlock => ({
  actions: held,
  scope: { products: on, 'invoice-addresses': to },
});
const written = (rights: RightSet): ReadonlySet<string> =>
  new Set(
    rights.flatMap(({ actions: held, scope }) =>
      held.flatMap((action) =>
        (scope['products'] ?? []).flatMap((product) =>
          (scope['invoice-addresses'] ?? []).map((address) => `${action} ${product} ${address}`),
        ),
      ),
    ),
  );

/** What a company's people do in the application, by the changes of the product. */
function worldOf({ companyId, accountId, people, routerId = '' }: Company) {
  const { knex } = database;
  const person = (index: number) => people[index] as Person;
  const asked = (holder: number, by: number) => ({
    companyId: person(holder).companyId,
    userId: person(holder).userId,
    actor: { type: 'user', id: person(by).userId } as Actor,
    at,
    request: null,
    accountId,
    application,
  });
  const versionOf = async (holderKind: 'user' | 'company' | 'router', holderId: string) =>
    (await holdingOf(knex, { holderKind, holderId, accountId, application }))?.version ?? 0;
  return {
    person,
    /** To the router of the company. */
    give: async (by: number, rights: RightSet) =>
      saveRouterRights(knex, registry)(
        {
          ...{ companyId, routerId, accountId, application, at, request: null },
          actor: { type: 'user', id: person(by).userId },
        },
        { profile: null, rights },
        await versionOf('router', person(4).companyId),
      ),
    bound: async (rights: RightSet) =>
      setBoundary(knex, registry)(
        {
          accountId,
          application,
          rights,
          userIds: null,
          profile: null,
          version: await versionOf('company', companyId),
        },
        staff,
        at,
        null,
      ),
    save: async (by: number, holder: number, rights: RightSet) =>
      saveRights(knex, registry)(
        asked(holder, by),
        { profile: null, rights },
        await versionOf('user', person(holder).membershipId),
      ),
    copy: (by: number, holder: number) => copyRights(knex, registry)(asked(holder, by), false),
    raise: (holder: number) => setProfile(knex)(asked(holder, 0), 'administrator'),
    lower: (holder: number) => setProfile(knex)(asked(holder, 0), 'user'),
    leave: (holder: number) => deactivateUser(knex)(asked(holder, 0)),
    back: (holder: number) => reactivateUser(knex)(asked(holder, 0)),
    effective: async (index: number) => {
      const { membershipId, companyId: memberCompanyId } = person(index);
      const state = await knex('memberships').where({ id: membershipId }).first('deactivated_at');
      if (state.deactivated_at !== null) return new Set<string>();
      const rights = await rightsOfMembers(knex, registry, [{ membershipId, companyId: memberCompanyId }], {
        application,
      });
      return written(rights.flatMap((each) => each.rights));
    },
  };
}

type HistoryWorld = ReturnType<typeof worldOf>;

/** Whether it went through; a refusal is an answer, anything else is a fault. */
const wentThrough = async (work: Promise<unknown>) => (await outcomeOf(work)) === 'done';

const someOf = (all: readonly string[]) =>
  fc.oneof({ weight: 4, arbitrary: fc.subarray([...all], { minLength: 1 }) }, fc.subarray([...all]));
const anyBlock = fc
  .tuple(someOf(actions), someOf(products), someOf(addresses))
  .map(([held, on, to]) => block(held, on, to));
/** Often the whole or the half, so that much is given, taken back and given again. */
const anySet = fc.oneof(
  fc.constantFrom(
    [block(actions, products, addresses)],
    [block(actions, ['letter'], addresses)],
    [block(['create-deposit', 'global-follow-up'], products, ['1'])],
  ),
  fc.array(anyBlock, { minLength: 1, maxLength: 2 }),
);
/** 0 to 3 are the client's, 0 its first administrator; 4 administers its router, 5 works there. */
const everybody = [0, 1, 2, 3, 4, 5];
const anybody = fc.constantFrom(...everybody);
const atRouter = (index: number) => index >= 4;
const others = fc.integer({ min: 1, max: 3 });
/** Mostly among one's own. */
const byTo = fc.oneof(
  {
    weight: 3,
    arbitrary: fc.record({ by: fc.integer({ min: 0, max: 3 }), to: fc.integer({ min: 0, max: 3 }) }),
  },
  { weight: 2, arbitrary: fc.record({ by: fc.constant(4), to: fc.constantFrom(4, 5) }) },
  { weight: 1, arbitrary: fc.record({ by: anybody, to: anybody }) },
);
const anyStep = fc.oneof(
  { weight: 2, arbitrary: fc.record({ do: fc.constant('bound' as const), rights: anySet }) },
  {
    weight: 6,
    arbitrary: fc.tuple(byTo, anySet).map(([who, rights]) => ({ do: 'save' as const, ...who, rights })),
  },
  {
    weight: 3,
    arbitrary: fc.record({
      do: fc.constant('give' as const),
      by: fc.constantFrom(0, 0, 1, 2),
      rights: anySet,
    }),
  },
  { weight: 3, arbitrary: byTo.map((who) => ({ do: 'copy' as const, ...who })) },
  {
    weight: 3,
    arbitrary: fc.record({
      do: fc.constantFrom('raise' as const, 'lower' as const, 'leave' as const, 'back' as const),
      to: others,
    }),
  },
);
/** What was handed on, taken from the router and given to it again: its people had it once, and have it no more. */
const takenAndGivenAgain: readonly Step[] = [
  { do: 'save', by: 4, to: 5, rights: [block(actions, ['letter'], addresses)] },
  { do: 'give', by: 0, rights: [block(['create-deposit'], products, ['1'])] },
  { do: 'give', by: 0, rights: [block(actions, products, addresses)] },
];
type Step = typeof anyStep extends fc.Arbitrary<infer Each> ? Each : never;

const name =
  '[checks 4, 13, 14] WF-02: whatever was granted, copied, given to a router, handed on, raised, lowered, deactivated: nobody may do what the model does not allow, nobody gains by a loss, and can() and the lists agree on every object';
test(
  name,
  async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(anyStep, { minLength: 8, maxLength: 18 }), async (steps) => {
        const client = await companyWith(3);
        const world = worldOf(await withRouter(client));
        const model = new ReferenceRights(brings, (person) => atRouter(Number(person)));
        model.administrators.add('0').add('4');
        const everything = [block(actions, products, addresses)];
        await world.bound(everything);
        model.bound(written(everything));
        // To a router that has never received anything the account is not there.
        await world.give(0, everything);
        model.give('0', written(everything));
        for (const step of [...takenAndGivenAgain, ...steps]) {
          const before = everybody.map((index) => model.effective(`${index}`));
          await took(world, model, step);
          for (const index of everybody) {
            const held = await world.effective(index);
            expect([index, [...held].toSorted()]).toEqual([
              index,
              [...model.effective(`${index}`)].toSorted(),
            ]);
            if (!mayGain(step, index))
              expect([...held].filter((each) => !before[index]?.has(each))).toEqual([]);
          }
        }
        await agreeOnObjects(client.accountId, world, model);
      }),
      { numRuns: 12 },
    );
  },
  120_000,
);

/** Only who is given something, and by what the operator opens; what a client gives a router is nobody's there yet (RT-04). */
function mayGain(step: Step, index: number): boolean {
  if (step.do === 'bound') return true;
  return 'to' in step && step.to === index && step.do !== 'leave' && step.do !== 'lower';
}

async function took(world: HistoryWorld, model: ReferenceRights, step: Step): Promise<void> {
  if (step.do === 'bound') {
    await world.bound(step.rights);
    model.bound(written(step.rights));
  } else if (step.do === 'save') {
    const saved = await wentThrough(world.save(step.by, step.to, step.rights));
    expect(saved).toBe(isAbove(model, step) && model.save(`${step.by}`, `${step.to}`, written(step.rights)));
  } else if (step.do === 'give') {
    const given = await wentThrough(world.give(step.by, step.rights));
    expect(given).toBe(isAbove(model, step) && model.give(`${step.by}`, written(step.rights)));
  } else if (step.do === 'copy') {
    const copied = await wentThrough(world.copy(step.by, step.to));
    expect(copied).toBe(isAbove(model, step) && !atRouter(step.by) && model.copy(`${step.by}`, `${step.to}`));
  } else {
    const isDone = await wentThrough(world[step.do](step.to));
    if (isDone) moved(model, step.do, `${step.to}`);
  }
}

/** What the history has led to, asked three ways about every object: the pure question, the list, and the model. */
async function agreeOnObjects(accountId: string, world: HistoryWorld, model: ReferenceRights): Promise<void> {
  const { knex } = database;
  const creators = [world.person(1).userId, world.person(5).userId, null];
  const made = products.flatMap((product) =>
    addresses.flatMap((address) =>
      creators.map((creatorId) => ({
        ...{ id: uuidv7(), kind: 'application-object' as const, accountId, application, creatorId },
        values: { products: product, 'invoice-addresses': address },
      })),
    ),
  );
  await knex('application_objects').insert(
    made.map(({ id, creatorId }) => ({
      ...{ id, account_id: accountId, application, title: 'x', price_cents: 1, created_by: creatorId },
      created_at: new Date(at),
    })),
  );
  await knex('application_object_values').insert(
    made.flatMap(({ id, values }) =>
      Object.entries(values).map(([dimension, value]) => ({ object_id: id, dimension, value })),
    ),
  );
  for (const index of everybody) {
    const { userId } = world.person(index);
    const members = await activeMemberships(knex, userId);
    const objectRights = objectRightsOf(registry, await rightsOfMembers(knex, registry, members));
    const actor = { kind: 'user', id: userId, memberships: [], grants: [], objectRights } as const;
    const reach = reachOf(actor, 'application-object.read');
    const page = await applicationObjects(knex, reach, {}, { limit: 100, before: undefined });
    const listed = new Set(page.map(({ id }) => id));
    for (const object of made) {
      const held = model.effective(`${index}`);
      const on = (action: string) =>
        held.has(`${action} ${object.values.products} ${object.values['invoice-addresses']}`);
      const isOwn = object.creatorId === userId;
      const isShown = on('global-follow-up') || (isOwn && (on('create-deposit') || on('confirm-deposit')));
      const asked = [
        can(actor, 'application-object.read', object).ok,
        listed.has(object.id),
        can(actor, 'application-object.price', object).ok,
      ];
      expect([index, object, asked]).toEqual([
        index,
        object,
        [isShown, isShown, isShown && on('see-prices')],
      ]);
    }
  }
}

/** Who is gone gives and changes nothing. */
function isAbove(model: ReferenceRights, { by }: { by: number }): boolean {
  return !model.gone.has(`${by}`);
}

function moved(model: ReferenceRights, what: 'raise' | 'lower' | 'leave' | 'back', person: string): void {
  if (what === 'raise') model.administrators.add(person);
  if (what === 'lower') model.administrators.delete(person);
  if (what === 'leave') model.leave(person);
  if (what === 'back') model.gone.delete(person);
}

describe('at the same moment', () => {
  const everything = [block(actions, products, addresses)];

  test('[check 16] twenty copies against the loss of the grantor’s rights: whoever came later got nothing', async () => {
    const client = await companyWith(21);
    const world = worldOf(client);
    await world.bound(everything);
    await world.raise(1);
    await world.copy(0, 1);
    const copies = Array.from({ length: 20 }, (_, index) => wentThrough(world.copy(1, index + 2)));
    const loss = wentThrough(world.save(0, 1, []));
    const copied = await Promise.all(copies);
    expect(await loss).toBe(true);
    const events = await database
      .knex('events')
      .where({ chain_id: client.companyId, kind: 'user.rights-saved' })
      .orderBy('seq')
      .select('subject_id');
    const grantor = client.people[1]?.userId;
    const lostAt = events.findLastIndex(({ subject_id }) => subject_id === grantor);
    const late = events.slice(lostAt + 1);
    expect(late).toEqual([]);
    for (const [index, isCopied] of copied.entries())
      expect((await world.effective(index + 2)).size).toBe(isCopied ? written(everything).size : 0);
  });

  test('[check 10] grant against revoke by two administrators, fifty at once: the last one written stands whole', async () => {
    const client = await companyWith(2);
    const world = worldOf(client);
    await world.bound(everything);
    await world.raise(1);
    await world.copy(0, 1);
    const one = [block(['create-deposit'], ['letter'], ['1'])];
    const saves = Array.from({ length: 50 }, (_, index) =>
      wentThrough(world.save(index % 2, 2, index % 3 === 0 ? [] : one)),
    );
    const saved = await Promise.all(saves);
    expect(saved).toContain(true);
    const held = [...(await world.effective(2))];
    expect([[], [...written(one)]]).toContainEqual(held);
    const live = await database
      .knex('grants as g')
      .join('holdings as h', 'h.id', 'g.holding_id')
      .where({ 'h.holder_id': client.people[2]?.membershipId })
      .whereNull('g.ended_at');
    expect(live).toHaveLength(held.length === 0 ? 0 : 1);
  });

  test('a boundary reduced while it is handed on: nothing outside it counts', async () => {
    const client = await companyWith(6);
    const world = worldOf(client);
    await world.bound(everything);
    const less = [block(['create-deposit'], ['letter'], ['1'])];
    await Promise.all([...[1, 2, 3, 4, 5, 6].map((to) => wentThrough(world.copy(0, to))), world.bound(less)]);
    for (const index of [0, 1, 2, 3, 4, 5, 6])
      for (const right of await world.effective(index)) expect(written(less)).toContain(right);
  });
});
