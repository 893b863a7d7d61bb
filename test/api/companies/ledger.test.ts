import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { change } from '../../../db/changes/change.ts';
import { postLedger, reverseLedger } from '../../../db/changes/post-ledger.ts';
import { postingFor } from '../../../domain/ledger.ts';
import type { World } from '../../support/fixtures.ts';
import { createWorld, startAt } from '../../support/fixtures.ts';

let world: World;
let companyId: string;
beforeAll(async () => {
  world = await createWorld();
  const { itemId } = await world.arrive();
  companyId = (await world.knex('mail_items').where({ id: itemId }).first('company_id')).company_id;
  await change(world.knex, null, async (trx) => {
    for (let period = 1; period <= 3; period += 1)
      await postLedger(trx, {
        naturalKey: `mail-item/${itemId}/storage/${period}`,
        kind: 'storage',
        companyId,
        subjectType: 'mail-item',
        subjectId: itemId,
        at: startAt,
        entries: postingFor({ kind: 'storage', amountCents: 50 }),
      });
    await reverseLedger(trx, `mail-item/${itemId}/storage/3`, startAt);
  });
});
afterAll(() => world.close());

const ledger = async (who: string, query = '', id = companyId) =>
  world.http.get(`/v1/companies/${id}/ledger${query}`).set(await world.as(who));

describe('the account of a company', () => {
  test('lists what was charged and given back, newest first, with the balance', async () => {
    const { status, body } = await ledger('an.peeters');
    expect(status).toBe(200);
    expect(body.balanceCents).toBe(100);
    expect(body.items.map(({ amountCents }: { amountCents: number }) => amountCents)).toEqual([
      -50, 50, 50, 50,
    ]);
    const first = (await ledger('an.peeters', '?limit=3')).body;
    const rest = (await ledger('an.peeters', `?limit=3&after=${first.next}`)).body;
    expect([...first.items, ...rest.items]).toEqual(body.items);
    expect(rest.next).toBeNull();
  });

  test('is for its administrators and the operator', async () => {
    expect((await ledger('olga.operator')).status).toBe(200);
    expect((await ledger('bart.claes')).body.reason).toBe('right.missing');
    expect((await ledger('emma.jansen')).body.reason).toBe('not-found');
    expect((await ledger('an.peeters', '', '0193b0a1-7c1e-7d3a-9f52-3f6a1c2b4d5e')).status).toBe(404);
  });
});
