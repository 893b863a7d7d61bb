import type { Knex } from 'knex';
import { v7 as uuidv7 } from 'uuid';
import { appendEvent, type NewEvent } from '../../db/changes/append-event.ts';
import { change, type ChangeRequest } from '../../db/changes/change.ts';
import { hashOf, requestAt } from '../support/requests.ts';

export const AT = '2027-02-02T14:00:00.123Z';

/** A request under a key, with a body; the same words give the same request. */
export function requestFor(key: string, body = 'body'): ChangeRequest {
  return { ...requestAt(AT, key), bodyHash: hashOf(body) };
}

/** Accounts with an amount each: the smallest thing over which two changes can fight. */
export async function createPurses(knex: Knex, amounts: Readonly<Record<string, number>>): Promise<void> {
  await knex.raw(
    'CREATE TABLE IF NOT EXISTS purses (id VARCHAR(20) PRIMARY KEY, amount INT NOT NULL) ENGINE=InnoDB',
  );
  await knex('purses').delete();
  for (const [id, amount] of Object.entries(amounts)) await knex('purses').insert({ id, amount });
}

/** Locks the purse, looks and takes: the way every change reads what it is about to write. */
export async function withdraw(trx: Knex.Transaction, id: string, amount: number): Promise<{ left: number }> {
  const purse = await trx('purses').where({ id }).forUpdate().first('amount');
  const left = purse.amount - amount;
  await trx('purses').where({ id }).update({ amount: left });
  return { left };
}

export async function purseOf(knex: Knex, id: string): Promise<number> {
  return (await knex('purses').where({ id }).first('amount')).amount;
}

/** An event like any other; the company's chain unless told. */
export function eventOf(companyId: string | null, more: Partial<NewEvent> = {}): NewEvent {
  return {
    kind: 'mail-item.received',
    subjectType: 'mail-item',
    subjectId: uuidv7(),
    companyId,
    actor: { type: 'site', id: uuidv7() },
    at: AT,
    body: { pages: 3, word: 'één', list: [1, { b: 1, a: null }] },
    ...more,
  };
}

export function tell(knex: Knex, event: NewEvent) {
  return change(knex, null, (trx) => appendEvent(trx, event));
}
