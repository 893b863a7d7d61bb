import fc from 'fast-check';
import type { Knex } from 'knex';
import { v7 as uuidv7 } from 'uuid';
import { change } from '../../db/changes/change.ts';
import { postLedger, reverseLedger, type NewPosting } from '../../db/changes/post-ledger.ts';
import { balanceOf, chargesOf, ledgerCheck, ledgerTransaction, linesOf } from '../../db/queries/ledger.ts';
import { postingFor, type Charge } from '../../domain/ledger.ts';
import { AT } from './facts.ts';
import { migratedDatabase, type OwnDatabase } from './own-database.ts';

let database: OwnDatabase;
let knex: Knex;

beforeAll(async () => {
  database = await migratedDatabase();
  ({ knex } = database);
});
afterAll(() => database.drop());
afterEach(async () => expect(await ledgerCheck(knex)).toEqual({ sumCents: 0, unbalanced: [] }));

function postingOf(companyId: string, naturalKey: string, charge: Partial<Charge> = {}): NewPosting {
  const entries = postingFor({ kind: 'storage', amountCents: 50, ...charge });
  const kind = charge.kind ?? 'storage';
  return { naturalKey, kind, companyId, subjectType: 'mail-item', subjectId: companyId, at: AT, entries };
}

const post = (posting: NewPosting) => change(knex, null, (trx) => postLedger(trx, posting));
const reverse = (naturalKey: string) => change(knex, null, (trx) => reverseLedger(trx, naturalKey, AT));

describe('the ledger', () => {
  test('a charge is owed by the company; before the first one it owes nothing', async () => {
    const company = uuidv7();
    expect(await balanceOf(knex, company)).toBe(0);
    const { isNew } = await post(postingOf(company, `${company}/1`));
    await post(postingOf(company, `${company}/2`, { kind: 'forwarding', amountCents: 1_234 }));
    expect([isNew, await balanceOf(knex, company), await balanceOf(knex, uuidv7())]).toEqual([
      true,
      1_284,
      0,
    ]);
  });

  test('the same key again posts nothing and returns the first, whatever it carries', async () => {
    const company = uuidv7();
    const first = await post(postingOf(company, `${company}/1`));
    const second = await post(postingOf(company, `${company}/1`, { amountCents: 99 }));
    expect(second).toEqual({ isNew: false, transaction: first.transaction });
    expect(await ledgerTransaction(knex, `${company}/1`)).toEqual(first.transaction);
    expect(await balanceOf(knex, company)).toBe(50);
  });

  test('ten at once under one key, with no account there yet: one charge', async () => {
    const company = uuidv7();
    await knex('ledger_entries').delete();
    await knex('ledger_transactions').delete();
    await knex('ledger_accounts').delete();
    const posted = await Promise.all(
      Array.from({ length: 10 }, () => post(postingOf(company, `${company}/1`))),
    );
    expect(posted.filter((posting) => posting.isNew)).toHaveLength(1);
    expect(new Set(posted.map((posting) => posting.transaction.id)).size).toBe(1);
    expect(await balanceOf(knex, company)).toBe(50);
  });

  test('a reversal undoes the charge once, and says which', async () => {
    const company = uuidv7();
    const { transaction } = await post(postingOf(company, `${company}/1`));
    const reversal = await reverse(`${company}/1`);
    expect(reversal).toMatchObject({
      isNew: true,
      transaction: { naturalKey: `${company}/1/reversal`, reversesId: transaction.id },
    });
    expect(await reverse(`${company}/1`)).toEqual({ isNew: false, transaction: reversal.transaction });
    expect(await balanceOf(knex, company)).toBe(0);
    expect(await chargesOf(knex, 'mail-item', company)).toMatchObject({
      totalCents: 0,
      lines: [{ amountCents: 50 }, { amountCents: -50 }],
    });
  });

  test('entries that do not balance, and a reversal of nothing, are faults of ours and leave nothing', async () => {
    const company = uuidv7();
    const entries = [
      { account: 'receivable', amountCents: 50 },
      { account: 'revenue-storage', amountCents: -49 },
    ] as const;
    await expect(post({ ...postingOf(company, `${company}/1`), entries })).rejects.toThrow(
      'ledger.unbalanced',
    );
    await expect(reverse(`${company}/1`)).rejects.toThrow('nothing was posted');
    expect(await ledgerTransaction(knex, `${company}/1`)).toBeNull();
  });

  test('lines come newest first, page by page', async () => {
    const company = uuidv7();
    for (let period = 1; period <= 5; period += 1) await post(postingOf(company, `${company}/${period}`));
    const first = await linesOf(knex, company, { limit: 3 });
    const second = await linesOf(knex, company, { limit: 3, before: first[2]?.id ?? '' });
    expect([...first, ...second].map((line) => line.naturalKey)).toEqual(
      [5, 4, 3, 2, 1].map((period) => `${company}/${period}`),
    );
    expect(first[0]).toMatchObject({ kind: 'storage', subjectType: 'mail-item', at: AT, amountCents: 50 });
  });

  test('the check sees an entry that was tampered with', async () => {
    const company = uuidv7();
    const { transaction } = await post(postingOf(company, `${company}/1`));
    const tampered = knex('ledger_entries').where({ transaction_id: transaction.id, amount_cents: 50 });
    await tampered.clone().update({ amount_cents: 51 });
    expect(await ledgerCheck(knex)).toEqual({ sumCents: 1, unbalanced: [`${company}/1`] });
    await knex('ledger_entries')
      .where({ transaction_id: transaction.id, amount_cents: 51 })
      .update({ amount_cents: 50 });
  });

  test('whatever is posted, repeated and reversed, in whatever order and at once: it balances and adds up', async () => {
    const act = fc.record({
      period: fc.integer({ min: 1, max: 5 }),
      company: fc.integer({ min: 0, max: 1 }),
      kind: fc.constantFrom('storage' as const, 'forwarding' as const),
      amountCents: fc.integer({ min: 1, max: 1_000_000_000 }),
      isReversed: fc.boolean(),
      isAtOnce: fc.boolean(),
    });
    await fc.assert(
      fc.asyncProperty(fc.array(act, { minLength: 1, maxLength: 12 }), async (acts) => {
        const companies = [uuidv7(), uuidv7()] as const;
        const running: Promise<unknown>[] = [];
        for (const { period, company, kind, amountCents, isReversed, isAtOnce } of acts) {
          const id = companies[company] ?? '';
          const key = `${id}/${period}`;
          const posted = post(postingOf(id, key, { kind, amountCents }));
          const done = isReversed ? posted.then(() => reverse(key)) : posted;
          running.push(done);
          if (!isAtOnce) await done;
        }
        await Promise.all(running);
        for (const id of companies) {
          const { totalCents, lines } = await chargesOf(knex, 'mail-item', id);
          const expected = lines.reduce((sum, line) => sum + line.amountCents, 0);
          expect([totalCents, await balanceOf(knex, id)]).toEqual([expected, expected]);
          expect(new Set(lines.map((line) => line.naturalKey)).size).toBe(lines.length);
        }
        expect(await ledgerCheck(knex)).toEqual({ sumCents: 0, unbalanced: [] });
      }),
      { numRuns: 25 },
    );
  });
});
