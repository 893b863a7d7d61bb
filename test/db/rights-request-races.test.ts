/** Requests for rights on the real database, when two things happen at the same moment (WF-05). */
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { v7 as uuidv7 } from 'uuid';
import type { AskingCompany } from '../support/asked-rights.ts';
import { askingCompany } from '../support/asked-rights.ts';
import { buildHouse } from '../support/house.ts';
import { belgianSite, fourteenDays } from '../support/mail-items.ts';
import { migratedDatabase } from './own-database.ts';
import type { OwnDatabase } from './own-database.ts';
import { outcomeOf } from '../support/outcome.ts';

const at = '2027-02-02T14:00:00.000Z';
let database: OwnDatabase;
beforeAll(async () => {
  database = await migratedDatabase();
});
afterAll(() => database.drop());

async function company(): Promise<AskingCompany & { readonly anMembership: string }> {
  const house = await buildHouse(database.knex, { policy: fourteenDays, site: belgianSite });
  const membership = await database
    .knex('memberships')
    .where({ user_id: house.userId })
    .first<{ id: string }>('id');
  return { ...(await askingCompany(database.knex, house)), anMembership: membership.id };
}

test('the same asked for twenty times at once is one case (WF-05)', async () => {
  const { ask, on, first } = await company();
  const asked = await Promise.all(Array.from({ length: 20 }, () => ask(on(['decide'], first), at)));
  expect(new Set(asked.map(({ id }) => id)).size).toBe(1);
  expect(asked.filter(({ isNew }) => isNew)).toHaveLength(1);
});

test('two administrators answer at once: one of them is too late, and it is given once', async () => {
  const { ask, command, join, openBoxes, on, first, an, user, accountId } = await company();
  const bart = await join('administrator');
  await openBoxes(at, [first]);
  const { id } = await ask(on(['decide'], first), at);
  const answers = await Promise.all([
    outcomeOf(command('approve', id, an, {}, at)),
    outcomeOf(command('reject', id, { type: 'user', id: bart.id }, { text: 'No.' }, at)),
  ]);
  expect(answers.toSorted()).toEqual(['done', 'rights-request.closed']);
  const grants = await database
    .knex('grants as g')
    .join('holdings as h', 'h.id', 'g.holding_id')
    .where({ 'h.holder_id': user.membershipId, 'h.account_id': accountId });
  expect(grants).toHaveLength(answers[0] === 'done' ? 1 : 0);
});

test('[checks 9, 10, 19] an approval against the loss of the grantor’s right: never after it', async () => {
  for (let round = 0; round < 8; round += 1) {
    const { ask, command, take, on, first, an, anMembership, effective, user, events } = await company();
    const { id } = await ask(on(['read'], first), at);
    const [approved, taken] = await Promise.all([
      outcomeOf(command('approve', id, an, {}, at)),
      outcomeOf(take(an.id, anMembership, at)),
    ]);
    expect(taken).toBe('done');
    const held = await effective(user.membershipId);
    if (approved !== 'done') {
      expect([approved, held]).toEqual(['rights.beyond-grantor', []]);
      continue;
    }
    expect(held).toEqual(on(['read'], first));
    const order = (subject: string, kind: string) =>
      database.knex('events').where({ subject_id: subject, kind }).max('seq as seq').first<{ seq: number }>();
    const gave = await order(id, 'rights-request.approved');
    const lost = await order(an.id, 'user.rights-saved');
    expect(gave.seq).toBeLessThan(lost.seq);
    expect(await events(id)).toEqual(['rights-request.asked', 'rights-request.approved']);
  }
});

test('two of the staff open the same: the boundary is widened once', async () => {
  const { ask, command, staff, on, second, accountId } = await company();
  const { id } = await ask(on(['read'], second), at);
  const answers = await Promise.all([1, 2].map(() => outcomeOf(command('approve', id, staff, {}, at))));
  expect(answers.toSorted()).toEqual(['done', 'rights-request.in-house']);
  const opened = await database
    .knex('grant_values as v')
    .join('grants as g', 'g.id', 'v.grant_id')
    .join('holdings as h', 'h.id', 'g.holding_id')
    .where({ 'h.account_id': accountId, 'h.holder_kind': 'company', 'v.value': second, 'g.ended_at': null });
  expect(opened).toHaveLength(1);
});

test('[check 11] staff who administer the company besides give nothing to themselves, by the boundary or by a request', async () => {
  const { ask, command, staff, openBoxes, on, first, second, companyId, effective, anMembership } =
    await company();
  const membershipId = uuidv7();
  const own = { id: membershipId, user_id: staff.id, company_id: companyId, profile: 'administrator' };
  await database.knex('memberships').insert({ ...own, accepted_at: new Date(at) });
  expect(await outcomeOf(openBoxes(at, [first, second], [staff.id]))).toBe('rights.not-administrator');
  const { id } = await ask(on(['read'], second), at);
  const himself = command('approve', id, staff, { administratorId: staff.id }, at);
  expect(await outcomeOf(himself)).toBe('rights.not-administrator');
  await openBoxes(at, [first, second]);
  expect(await effective(membershipId)).toEqual([]);
  expect(await effective(anMembership)).not.toEqual([]);
});
