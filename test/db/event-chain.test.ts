import { v7 as uuidv7 } from 'uuid';
import type { Knex } from 'knex';
import { appendEvent } from '../../db/changes/append-event.ts';
import { chainIds, verifyChain } from '../../db/queries/verify-chain.ts';
import { eventOf, tell } from './facts.ts';
import { migratedDatabase, type OwnDatabase } from './own-database.ts';

let database: OwnDatabase;
let knex: Knex;

beforeAll(async () => {
  database = await migratedDatabase();
  ({ knex } = database);
});
afterAll(() => database.drop());

/** A company's chain of five, with a life, a command and a second without milliseconds in it. */
async function chainOfFive(): Promise<string> {
  const companyId = uuidv7();
  await tell(knex, eventOf(companyId));
  await tell(knex, eventOf(companyId, { at: '2027-02-02T14:00:01Z' }));
  const life = { life: 'mail-item', id: uuidv7() };
  await tell(knex, eventOf(companyId, { wakes: life }));
  const command = { update: 'decide', updateId: 'u'.repeat(64), args: { decision: { kind: 'keep' } } };
  await tell(knex, eventOf(companyId, { wakes: life, command }));
  await tell(knex, eventOf(companyId));
  return companyId;
}

const at = (chainId: string, seq: number) => knex('events').where({ chain_id: chainId, seq });

describe('the event chain', () => {
  test('an untouched chain verifies, and so does the operator chain', async () => {
    const companyId = await chainOfFive();
    await tell(knex, eventOf(null));
    expect(await verifyChain(knex, companyId)).toEqual({ chainId: companyId, intact: 5, firstBreak: null });
    expect(await verifyChain(knex, 'operator')).toMatchObject({ firstBreak: null });
    expect(await chainIds(knex)).toEqual(expect.arrayContaining([companyId, 'operator']));
  });

  test("the relay's marks are not part of it", async () => {
    const companyId = await chainOfFive();
    await knex('events')
      .where({ chain_id: companyId })
      .update({ wake_done_at: new Date(), confirm_done_at: null });
    expect(await verifyChain(knex, companyId)).toMatchObject({ intact: 5, firstBreak: null });
  });

  test.each([
    ['a byte of the body', { body: '{"list":[1,{"a":null,"b":1}],"pages":4,"word":"één"}' }],
    ['white space in the body', { body: '{"list":[1,{"a":null,"b":1}],"pages":3,"word":"één" }' }],
    ['the kind', { kind: 'mail-item.destroyed' }],
    ['the subject', { subject_id: uuidv7() }],
    ['the type of the subject', { subject_type: 'document' }],
    ['the actor', { actor_id: uuidv7() }],
    ['the kind of actor', { actor_type: 'staff' }],
    ['the company', { company_id: null }],
    ['the id', { id: uuidv7() }],
    ['a microsecond', { occurred_at: '2027-02-02 14:00:00.123001' }],
    ['the life', { life: 'trashing' }],
    ['the id of the life', { life_id: uuidv7() }],
    ['the command', { command: '{"args":{},"update":"decide","updateId":"x"}' }],
    ['its own hash', { hash: 'f'.repeat(64) }],
  ])('a change of %s is found where it was made', async (_what, columns) => {
    const companyId = await chainOfFive();
    await at(companyId, 4).update(columns);
    expect(await verifyChain(knex, companyId)).toMatchObject({
      intact: 3,
      firstBreak: { seq: 4, reason: 'changed' },
    });
  });

  test('a removed row is found', async () => {
    const companyId = await chainOfFive();
    await at(companyId, 3).delete();
    expect(await verifyChain(knex, companyId)).toMatchObject({
      intact: 2,
      firstBreak: { seq: 3, reason: 'missing', eventId: null },
    });
  });

  test('a removed end is found', async () => {
    const companyId = await chainOfFive();
    await at(companyId, 5).delete();
    expect(await verifyChain(knex, companyId)).toMatchObject({ firstBreak: { seq: 5, reason: 'missing' } });
  });

  test('a removed row whose followers moved up is found', async () => {
    const companyId = await chainOfFive();
    await at(companyId, 3).delete();
    await at(companyId, 4).update({ seq: 3 });
    expect(await verifyChain(knex, companyId)).toMatchObject({ firstBreak: { seq: 3, reason: 'relinked' } });
  });

  test('a swapped pair is found', async () => {
    const companyId = await chainOfFive();
    await at(companyId, 2).update({ seq: 99 });
    await at(companyId, 3).update({ seq: 2 });
    await at(companyId, 99).update({ seq: 3 });
    expect(await verifyChain(knex, companyId)).toMatchObject({ firstBreak: { seq: 2, reason: 'relinked' } });
  });

  test('a moved or removed head is found', async () => {
    const companyId = await chainOfFive();
    await knex('chain_heads')
      .where({ chain_id: companyId })
      .update({ hash: 'f'.repeat(64) });
    expect(await verifyChain(knex, companyId)).toMatchObject({ firstBreak: { reason: 'head' } });
    await knex('chain_heads').where({ chain_id: companyId }).delete();
    expect(await verifyChain(knex, companyId)).toMatchObject({ firstBreak: { reason: 'head' } });
    expect(await chainIds(knex)).toContain(companyId);
  });

  test('sixteen first events of a new company at once make one chain without a gap', async () => {
    const companyId = uuidv7();
    const appended = await Promise.all(Array.from({ length: 16 }, () => tell(knex, eventOf(companyId))));
    expect(appended.map((event) => event.seq).sort((a, b) => a - b)).toEqual(
      appended.map((_, index) => index + 1),
    );
    expect(await verifyChain(knex, companyId)).toMatchObject({ intact: 16, firstBreak: null });
  });

  test('a chain longer than a page of the walk verifies', async () => {
    const companyId = uuidv7();
    const trx = await knex.transaction();
    for (let count = 0; count < 1_001; count += 1) await appendEvent(trx, eventOf(companyId));
    await trx.commit();
    expect(await verifyChain(knex, companyId)).toMatchObject({ intact: 1_001, firstBreak: null });
  });

  test('what is rolled back leaves no gap', async () => {
    const companyId = await chainOfFive();
    const trx = await knex.transaction();
    await appendEvent(trx, eventOf(companyId));
    await trx.rollback();
    expect(await tell(knex, eventOf(companyId))).toMatchObject({ seq: 6 });
    expect(await verifyChain(knex, companyId)).toMatchObject({ intact: 6, firstBreak: null });
  });

  test('a command without a life, and a body that is not plain data, are faults of ours', async () => {
    const command = { update: 'decide', updateId: 'x', args: null };
    await expect(tell(knex, eventOf(null, { command }))).rejects.toThrow('names no life');
    await expect(tell(knex, eventOf(null, { body: { on: new Date(0) } }))).rejects.toThrow(
      'not plain JSON data',
    );
  });
});
