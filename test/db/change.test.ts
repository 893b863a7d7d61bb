import { setTimeout as pause } from 'node:timers/promises';
import type { Knex } from 'knex';
import { change } from '../../db/changes/change.ts';
import { forgetRequests } from '../../db/changes/forget-requests.ts';
import { errnoOf } from '../../db/errors.ts';
import { rememberedAnswer } from '../../db/queries/remembered-answer.ts';
import { instantOf } from '../../domain/calendar.ts';
import { Refused, refuseState } from '../../domain/verdict.ts';
import { until } from '../support/wait.ts';
import { createPurses, purseOf, requestFor, withdraw } from './facts.ts';
import { migratedDatabase, type OwnDatabase } from './own-database.ts';

let database: OwnDatabase;
let knex: Knex;

beforeAll(async () => {
  database = await migratedDatabase();
  ({ knex } = database);
});
beforeEach(() => createPurses(knex, { a: 100, b: 100 }));
afterAll(() => database.drop());

/** Resolves for everybody once so many have come. */
function meeting(size: number): () => Promise<void> {
  let open: () => void = () => undefined;
  const opened = new Promise<void>((resolve) => (open = resolve));
  let come = 0;
  return () => {
    come += 1;
    if (come === size) open();
    return opened;
  };
}

describe('a change', () => {
  test('two withdrawals of 30 and 50 from 100 leave 20: no update is lost', async () => {
    await Promise.all([30, 50].map((amount) => change(knex, null, (trx) => withdraw(trx, 'a', amount))));
    expect(await purseOf(knex, 'a')).toBe(20);
  });

  test('what throws leaves nothing behind', async () => {
    const failing = change(knex, null, async (trx) => {
      await withdraw(trx, 'a', 30);
      throw new Error('after the write');
    });
    await expect(failing).rejects.toThrow('after the write');
    expect(await purseOf(knex, 'a')).toBe(100);
  });

  test('a deadlock is tried again and both are done', async () => {
    const bothHoldOne = meeting(2);
    let tries = 0;
    const crosswise = (first: string, second: string) =>
      change(knex, null, async (trx) => {
        tries += 1;
        await withdraw(trx, first, 1);
        if (tries <= 2) await bothHoldOne();
        await withdraw(trx, second, 1);
      });
    await Promise.all([crosswise('a', 'b'), crosswise('b', 'a')]);
    expect(tries).toBeGreaterThan(2);
    expect([await purseOf(knex, 'a'), await purseOf(knex, 'b')]).toEqual([98, 98]);
  });

  test('a lock wait undoes the whole transaction, not one statement, and is tried again', async () => {
    const holder = await knex.transaction();
    await withdraw(holder, 'b', 1);
    let tries = 0;
    const waiting = change(knex, null, async (trx) => {
      tries += 1;
      await withdraw(trx, 'a', 10);
      await withdraw(trx, 'b', 10);
    });
    await until('it is tried again', () => tries === 2);
    await holder.commit();
    await waiting;
    expect([await purseOf(knex, 'a'), await purseOf(knex, 'b')]).toEqual([90, 89]);
  });

  test('five deadlocks in a row are handed to the caller', async () => {
    let tries = 0;
    const hopeless = change(knex, null, async (trx) => {
      tries += 1;
      await trx.raw("SIGNAL SQLSTATE '40001' SET MYSQL_ERRNO = 1213, MESSAGE_TEXT = 'deadlock'");
    });
    await expect(hopeless.catch((error: unknown) => errnoOf(error))).resolves.toBe(1213);
    expect(tries).toBe(5);
  });
});

describe('a remembered answer', () => {
  const once = (key: string, body?: string) =>
    change(knex, requestFor(key, body), (trx) => withdraw(trx, 'a', 10));

  test('the same request again: the same answer, and nothing is done', async () => {
    expect(await once('again')).toEqual({ left: 90 });
    await change(knex, null, (trx) => withdraw(trx, 'a', 5));
    expect(await once('again')).toEqual({ left: 90 });
    expect(await purseOf(knex, 'a')).toBe(85);
  });

  test('eight at once under one id: one does the work, all get its answer', async () => {
    const answers = await Promise.all(Array.from({ length: 8 }, () => once('crowd')));
    expect(answers).toEqual(Array.from({ length: 8 }, () => ({ left: 90 })));
    expect(await purseOf(knex, 'a')).toBe(90);
  });

  test('a repeat that comes while the first is at work waits, though the state would refuse it by then', async () => {
    const emptyOnce = async (trx: Knex.Transaction) => {
      const purse = await trx('purses').where({ id: 'a' }).forUpdate().first('amount');
      if (purse.amount === 0) throw new Refused(refuseState('purse.empty'));
      await pause(200);
      await trx('purses').where({ id: 'a' }).update({ amount: 0 });
      return 'emptied';
    };
    const first = change(knex, requestFor('empty'), emptyOnce);
    await pause(50);
    expect(await Promise.all([first, change(knex, requestFor('empty'), emptyOnce)])).toEqual([
      'emptied',
      'emptied',
    ]);
  });

  test('the same id with another body is refused, at once and later', async () => {
    await once('reused', 'one');
    await expect(once('reused', 'other')).rejects.toMatchObject({
      refusal: { reason: 'request.key-reused', kind: 'state' },
    });
    expect(await purseOf(knex, 'a')).toBe(90);
  });

  test('a refusal is not remembered: the same request may succeed later', async () => {
    let isOpen = false;
    const attempt = () =>
      change(knex, requestFor('refused'), async (trx) => {
        await withdraw(trx, 'a', 10);
        if (!isOpen) throw new Refused(refuseState('purse.closed'));
        return 'done';
      });
    await expect(attempt()).rejects.toThrow('purse.closed');
    expect(await purseOf(knex, 'a')).toBe(100);
    isOpen = true;
    expect(await attempt()).toBe('done');
  });

  test('a change without an answer is remembered as null', async () => {
    await change(knex, requestFor('silent'), () => Promise.resolve());
    const { id, bodyHash } = requestFor('silent');
    expect(await rememberedAnswer(knex, id)).toEqual({ bodyHash, answer: null });
    expect(await rememberedAnswer(knex, requestFor('unknown').id)).toBeNull();
  });

  test('answers are forgotten after 30 days, in batches', async () => {
    await once('kept');
    const old = new Date(Date.now() - 30 * 86_400_000 - 60_000);
    const rows = Array.from({ length: 1_205 }, (_, index) => {
      const { id, bodyHash } = requestFor(`old ${index}`);
      return { id, body_hash: bodyHash, received_at: old, answer: '1', created_at: old };
    });
    await knex.batchInsert('requests', rows, 500);
    expect(await forgetRequests(knex)(instantOf(Date.now()))).toBe(1_205);
    expect(await rememberedAnswer(knex, requestFor('kept').id)).not.toBeNull();
  });
});
