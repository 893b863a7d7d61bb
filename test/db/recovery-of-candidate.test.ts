/** Which recovery somebody types a code for, who may be proposed for more than one company (decided.md, People). */
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { v7 as uuidv7 } from 'uuid';
import { proposeRecovery } from '../../db/changes/propose-administrator-recovery.ts';
import { recoveryOfCandidate } from '../../db/queries/administrator-recoveries.ts';
import { buildHouse } from '../support/house.ts';
import { belgianSite, fourteenDays } from '../support/mail-items.ts';
import { newMember } from '../support/persons.ts';
import { staffMember } from '../support/staff.ts';
import { requestFor } from './facts.ts';
import type { OwnDatabase } from './own-database.ts';
import { migratedDatabase } from './own-database.ts';

const at = '2027-02-02T14:00:00.000Z';
let database: OwnDatabase;
beforeAll(async () => {
  database = await migratedDatabase();
}, 60_000);
afterAll(() => database.drop());

/** A company whose only administrator is suspended, and the recovery that proposes this person, with that code. */
async function proposed(candidateId: string | null, codeHash: string) {
  const { knex } = database;
  const { companyId } = await buildHouse(knex, { policy: fourteenDays, site: belgianSite });
  const where = { company_id: companyId };
  await knex('memberships')
    .where(where)
    .update({ suspended_at: new Date(at) });
  const address = { street: 'Rue Haute 1', postal_code: '1000', city: 'Bruxelles' };
  await knex('companies').where({ id: companyId }).update(address);
  const userId = candidateId ?? (await newMember(knex, companyId, 'user')).id;
  if (candidateId !== null)
    await knex('memberships').insert({
      ...{ id: uuidv7(), user_id: userId, company_id: companyId, profile: 'user', accepted_at: new Date(at) },
    });
  const proposal = { purpose: 'administrator', companyId, candidateId: userId, reason: 'Gone.' } as const;
  const { id } = await proposeRecovery(knex)(proposal, await staffMember(knex), at, requestFor(uuidv7()));
  await knex('administrator_recoveries').where({ id }).update({ code_hash: codeHash });
  return { id, userId };
}
const found = async (userId: string, typed: readonly string[] = []) =>
  (await recoveryOfCandidate(database.knex, userId, 'administrator', typed))?.id;

test('of two that are open, that whose code he types; of none, the latest; and no closed one before an open one', async () => {
  const [one, other] = ['1'.repeat(64), '2'.repeat(64)];
  const { id: first, userId } = await proposed(null, one);
  const { id: second } = await proposed(userId, other);
  expect(await found(userId, [one])).toBe(first);
  expect(await found(userId, [other])).toBe(second);
  expect(await found(userId, ['3'.repeat(64)])).toBe(second);
  expect(await found(userId)).toBe(second);
  const closed = { closed_at: new Date(at), outcome: 'withdrawn', open_key: null };
  await database.knex('administrator_recoveries').where({ id: second }).update(closed);
  expect(await found(userId, [other])).toBe(first);
});
