import { v7 as uuidv7 } from 'uuid';
import type { Knex } from 'knex';
import { appendEvent } from '../../db/changes/append-event.ts';
import { change } from '../../db/changes/change.ts';
import { postLedger } from '../../db/changes/post-ledger.ts';
import { postingFor } from '../../domain/ledger.ts';
import { lockWaits } from '../support/stops.ts';
import { until } from '../support/wait.ts';
import { AT, eventOf } from './facts.ts';
import { migratedDatabase, type OwnDatabase } from './own-database.ts';

let database: OwnDatabase;

beforeAll(async () => {
  database = await migratedDatabase();
});
afterAll(() => database.drop());

async function chargeAndTell(trx: Knex.Transaction, companyId: string): Promise<void> {
  const subjectId = uuidv7();
  await postLedger(trx, {
    naturalKey: `mail-item/${subjectId}/storage/1`,
    kind: 'storage',
    companyId,
    subjectType: 'mail-item',
    subjectId,
    at: AT,
    entries: postingFor({ kind: 'storage', amountCents: 50 }),
  });
  await appendEvent(trx, eventOf(companyId));
}

test('a company at work does not hold up another, though both earn for the same revenue account', async () => {
  const { knex } = database;
  const [busy, other] = [uuidv7(), uuidv7()];
  await change(knex, null, (trx) => chargeAndTell(trx, uuidv7()));

  const open = await knex.transaction();
  await chargeAndTell(open, busy);
  // Were it held up, it would give up after its last lock wait: nothing ends the one that is open.
  await change(knex, null, (trx) => chargeAndTell(trx, other));

  // The same company waits for its turn, and gets it.
  let isSecondDone = false;
  const second = change(knex, null, (trx) => chargeAndTell(trx, busy)).then(() => (isSecondDone = true));
  await until('it waits', async () => (await lockWaits(knex)) > 0);
  expect(isSecondDone).toBe(false);
  await open.commit();
  await second;
});
