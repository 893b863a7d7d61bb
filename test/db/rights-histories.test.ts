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
import { setBoundary } from '../../db/changes/set-boundary.ts';
import { holdingOf, rightsOfMembers } from '../../db/queries/rights.ts';
import type { RightBlock, RightSet } from '../../domain/right-set.ts';
import { Refused } from '../../domain/verdict.ts';
import { buildHouse } from '../support/house.ts';
import { fourteenDays } from '../support/mail-items.ts';
import { registry } from '../support/registry.ts';
import { ReferenceRights } from '../support/rights-reference.ts';
import { migratedDatabase } from './own-database.ts';
import type { OwnDatabase } from './own-database.ts';

const at = '2027-02-02T14:00:00.000Z';
const application = 'e-masspost';
const actions = ['confirm-deposit', 'create-deposit', 'see-prices'];
const products = ['kilopost', 'letter'];
const addresses = ['1', '2'];
/** EM-05: confirming shows prices. */
const brings = (right: string) =>
  right.startsWith('confirm-deposit ') ? [right, right.replace('confirm-deposit', 'see-prices')] : [right];

let database: OwnDatabase;
let staff: Actor;
beforeAll(async () => {
  database = await migratedDatabase();
  staff = { type: 'staff', id: uuidv7() };
  await newUser(staff.id);
  await database.knex('staff_roles').insert({ user_id: staff.id, role: 'operator', site_id: null });
}, 60_000);
afterAll(() => database.drop());

async function newUser(id: string): Promise<void> {
  const email = `${id}@company.example`;
  await database.knex('users').insert({ id, username: id, email, name: 'A person', language: 'en' });
}

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
  const { companyId, userId } = await buildHouse(knex, { policy: fourteenDays, site });
  const account = await knex('accounts').where({ company_id: companyId }).first<{ id: string }>('id');
  const first = await knex('memberships').where({ company_id: companyId }).first<{ id: string }>('id');
  const people: Person[] = [{ userId, membershipId: first.id, companyId }];
  for (let index = 0; index < users; index += 1) {
    const person = { userId: uuidv7(), membershipId: uuidv7(), companyId };
    await newUser(person.userId);
    await knex('memberships').insert({
      id: person.membershipId,
      user_id: person.userId,
      company_id: companyId,
      profile: 'user',
      accepted_at: new Date(at),
    });
    people.push(person);
  }
  const values = addresses.map((value) => ({ value, label: value, kind: null }));
  await knex.transaction((trx) => registerScopeValues(trx, account.id, 'invoice-addresses', values));
  return { companyId, accountId: account.id, people };
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
function worldOf({ companyId, accountId, people }: Awaited<ReturnType<typeof companyWith>>) {
  const { knex } = database;
  const person = (index: number) => people[index] as Person;
  const asked = (holder: number, by: number) => ({
    companyId,
    userId: person(holder).userId,
    actor: { type: 'user', id: person(by).userId } as Actor,
    at,
    request: null,
    accountId,
    application,
  });
  const versionOf = async (holderKind: 'user' | 'company', holderId: string) =>
    (await holdingOf(knex, { holderKind, holderId, accountId, application }))?.version ?? 0;
  return {
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
      const { membershipId } = person(index);
      const state = await knex('memberships').where({ id: membershipId }).first('deactivated_at');
      if (state.deactivated_at !== null) return new Set<string>();
      const rights = await rightsOfMembers(knex, registry, [{ membershipId, companyId }], { application });
      return written(rights.flatMap((each) => each.rights));
    },
  };
}

/** Whether it went through; a refusal is an answer, anything else is a fault. */
const wentThrough = async (work: Promise<unknown>): Promise<boolean> => {
  try {
    await work;
    return true;
  } catch (error) {
    if (error instanceof Refused) return false;
    throw error;
  }
};

const anyBlock = fc
  .tuple(fc.subarray(actions), fc.subarray(products), fc.subarray(addresses))
  .map(([held, on, to]) => block(held, on, to));
const anySet = fc.array(anyBlock, { minLength: 1, maxLength: 2 });
const anybody = fc.integer({ min: 0, max: 3 });
const others = fc.integer({ min: 1, max: 3 });
const anyStep = fc.oneof(
  { weight: 2, arbitrary: fc.record({ do: fc.constant('bound' as const), rights: anySet }) },
  {
    weight: 6,
    arbitrary: fc.record({ do: fc.constant('save' as const), by: anybody, to: anybody, rights: anySet }),
  },
  { weight: 3, arbitrary: fc.record({ do: fc.constant('copy' as const), by: anybody, to: anybody }) },
  {
    weight: 3,
    arbitrary: fc.record({
      do: fc.constantFrom('raise' as const, 'lower' as const, 'leave' as const, 'back' as const),
      to: others,
    }),
  },
);

test('[check 13] WF-02: whatever was granted, copied, raised, lowered, deactivated: nobody may do what the model does not allow', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(anyStep, { minLength: 8, maxLength: 18 }), async (steps) => {
      const world = worldOf(await companyWith(3));
      const model = new ReferenceRights(brings);
      model.administrators.add('0');
      const everything = [block(actions, products, addresses)];
      await world.bound(everything);
      model.bound(written(everything));
      for (const step of steps) {
        if (step.do === 'bound') {
          await world.bound(step.rights);
          model.bound(written(step.rights));
        } else if (step.do === 'save') {
          const saved = await wentThrough(world.save(step.by, step.to, step.rights));
          expect(saved).toBe(
            isAbove(model, step) && model.save(`${step.by}`, `${step.to}`, written(step.rights)),
          );
        } else if (step.do === 'copy') {
          const copied = await wentThrough(world.copy(step.by, step.to));
          expect(copied).toBe(isAbove(model, step) && model.copy(`${step.by}`, `${step.to}`));
        } else {
          const isDone = await wentThrough(world[step.do](step.to));
          if (isDone) moved(model, step.do, `${step.to}`);
        }
        for (const index of [0, 1, 2, 3])
          expect([...(await world.effective(index))].toSorted()).toEqual(
            [...model.effective(`${index}`)].toSorted(),
          );
      }
    }),
    { numRuns: 12 },
  );
}, 120_000);

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

  test('[check 16] WF-02: twenty copies against the loss of the grantor’s rights: whoever came later got nothing', async () => {
    const company = await companyWith(21);
    const world = worldOf(company);
    await world.bound(everything);
    await world.raise(1);
    await world.copy(0, 1);
    const copies = Array.from({ length: 20 }, (_, index) => wentThrough(world.copy(1, index + 2)));
    const loss = wentThrough(world.save(0, 1, []));
    const copied = await Promise.all(copies);
    expect(await loss).toBe(true);
    const events = await database
      .knex('events')
      .where({ chain_id: company.companyId, kind: 'user.rights-saved' })
      .orderBy('seq')
      .select('subject_id');
    const grantor = company.people[1]?.userId;
    const lostAt = events.findLastIndex(({ subject_id }) => subject_id === grantor);
    const late = events.slice(lostAt + 1);
    expect(late).toEqual([]);
    for (const [index, isCopied] of copied.entries())
      expect((await world.effective(index + 2)).size).toBe(isCopied ? written(everything).size : 0);
  }, 60_000);

  test('[check 10] grant against revoke by two administrators, fifty at once: the last one written stands whole', async () => {
    const company = await companyWith(2);
    const world = worldOf(company);
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
      .where({ 'h.holder_id': company.people[2]?.membershipId })
      .whereNull('g.ended_at');
    expect(live).toHaveLength(held.length === 0 ? 0 : 1);
  }, 60_000);

  test('WF-02: a boundary reduced while it is handed on: nothing outside it counts', async () => {
    const company = await companyWith(6);
    const world = worldOf(company);
    await world.bound(everything);
    const less = [block(['create-deposit'], ['letter'], ['1'])];
    await Promise.all([...[1, 2, 3, 4, 5, 6].map((to) => wentThrough(world.copy(0, to))), world.bound(less)]);
    for (const index of [0, 1, 2, 3, 4, 5, 6])
      for (const right of await world.effective(index)) expect(written(less)).toContain(right);
  }, 60_000);
});
