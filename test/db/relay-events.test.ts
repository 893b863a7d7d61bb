import { v7 as uuidv7 } from 'uuid';
import type { Knex } from 'knex';
import { appendEvent } from '../../db/changes/append-event.ts';
import { markConfirmed, markWoken } from '../../db/changes/mark-events.ts';
import { eventsToConfirm } from '../../db/queries/events-to-confirm.ts';
import { eventsToWake } from '../../db/queries/events-to-wake.ts';
import { instantOf, plusMilliseconds } from '../../domain/calendar.ts';
import { AT, eventOf, tell } from './facts.ts';
import { migratedDatabase, type OwnDatabase } from './own-database.ts';

const LATER = plusMilliseconds(AT, 15_000);
const command = { update: 'decide', updateId: 'u'.repeat(64), args: { kind: 'keep', until: '2027-03-01' } };

let database: OwnDatabase;
let knex: Knex;

beforeAll(async () => {
  database = await migratedDatabase();
  ({ knex } = database);
});
beforeEach(() => knex('events').delete());
afterAll(() => database.drop());

const birth = () => tell(knex, eventOf(uuidv7(), { wakes: { life: 'mail-item', id: uuidv7() } }));
const decision = () => tell(knex, eventOf(uuidv7(), { wakes: { life: 'mail-item', id: uuidv7() }, command }));
const idsToWake = async (limit = 10, after?: string) =>
  (await eventsToWake(knex, limit, after)).map((event) => event.id);

describe('events to wake', () => {
  test('only those that name a life, in the order of their ids, in batches and pages', async () => {
    await tell(knex, eventOf(uuidv7()));
    const born = [await birth(), await birth(), await birth()].map((event) => event.id);
    expect(await idsToWake()).toEqual(born);
    expect(await idsToWake(2)).toEqual(born.slice(0, 2));
    expect(await idsToWake(2, born[1])).toEqual(born.slice(2));
  });

  test('an event says whom to wake', async () => {
    const life = uuidv7();
    const { id } = await tell(knex, eventOf(null, { wakes: { life: 'trashing', id: life } }));
    expect(await eventsToWake(knex, 1)).toEqual([
      { id, life: 'trashing', lifeId: life, kind: 'mail-item.received', at: AT },
    ]);
  });

  test('a later commit with a lower id is not missed', async () => {
    const [early, late] = [uuidv7(), uuidv7()];
    const slow = await knex.transaction();
    const wakes = { life: 'mail-item', id: uuidv7() };
    await appendEvent(slow, eventOf(uuidv7(), { id: early, wakes }));
    await tell(knex, eventOf(uuidv7(), { id: late, wakes }));
    expect(await idsToWake()).toEqual([late]);
    await markWoken(knex)([late], LATER);
    await slow.commit();
    expect(await idsToWake()).toEqual([early]);
  });

  test('a poll waits for nobody: neither for an event being written nor for a mark', async () => {
    const { id } = await birth();
    const marking = await knex.transaction();
    await marking('events').where({ id }).update({ wake_done_at: new Date() });
    expect(await idsToWake()).toEqual([id]);
    await marking.rollback();
  });

  test('two relays mark the same batch, in any order: no error, the first mark stays', async () => {
    const ids = await Promise.all(Array.from({ length: 40 }, async () => (await birth()).id));
    await Promise.all([markWoken(knex)(ids, AT), markWoken(knex)([...ids].reverse(), LATER)]);
    expect(await idsToWake(100)).toEqual([]);
    const marks = await knex('events').distinct('wake_done_at');
    expect(marks).toHaveLength(1);
    await markWoken(knex)([], LATER);
  });
});

describe('events to confirm', () => {
  test('a command is confirmed once, 15 s after it happened', async () => {
    await birth();
    const { id } = await decision();
    expect(await eventsToConfirm(knex, plusMilliseconds(LATER, -1), 10)).toEqual([]);
    expect(await eventsToConfirm(knex, LATER, 10)).toMatchObject([
      { id, life: 'mail-item', at: AT, command },
    ]);
    await markConfirmed(knex)([id], LATER);
    expect(await eventsToConfirm(knex, LATER, 10)).toEqual([]);
  });

  test('pages follow each other though all happened in the same instant', async () => {
    const ids = [];
    for (let count = 0; count < 5; count += 1) ids.push((await decision()).id);
    const first = await eventsToConfirm(knex, LATER, 2);
    const second = await eventsToConfirm(knex, LATER, 10, first[1]);
    expect([...first, ...second].map((event) => event.id)).toEqual(ids);
  });

  test('both polls use their index among thousands of events that are done', async () => {
    const done = new Date();
    const rows = Array.from({ length: 5_000 }, (_, index) => ({
      ...{ id: uuidv7(), chain_id: 'bulk', seq: index + 1, kind: 'k', subject_type: 's', subject_id: 'x' },
      ...{ actor_type: 'system', actor_id: 'x', occurred_at: done, body: '{}' },
      ...{ previous_hash: 'a', hash: 'b', wake_done_at: done, confirm_done_at: done },
    }));
    await knex.batchInsert('events', rows, 1_000);
    await birth();
    await knex.raw('ANALYZE TABLE events');
    const explaining = async (sql: string, bindings: readonly unknown[]) => {
      const [[plan]] = await knex.raw(`EXPLAIN ${sql}`, [...bindings] as string[]);
      return plan as { key: string; rows: number };
    };
    const seen: ReturnType<typeof explaining>[] = [];
    const listen = (query: { sql: string; bindings?: readonly unknown[] }) => {
      if (query.sql.startsWith('select')) seen.push(explaining(query.sql, query.bindings ?? []));
    };
    knex.on('query', listen);
    await eventsToWake(knex, 100);
    await eventsToConfirm(knex, instantOf(Date.now()), 100);
    knex.removeListener('query', listen);
    const plans = await Promise.all(seen);
    expect(plans.map((plan) => plan.key)).toEqual(['events_to_wake', 'events_to_confirm']);
    expect(Math.max(...plans.map((plan) => plan.rows))).toBeLessThan(50);
  });
});
