/** Deposits and invoices of the demo, until they have lives of their own (EM-06, IR-01). */
import type { Knex } from 'knex';
import { v7 as uuid } from 'uuid';
import type { Instant } from '../../domain/calendar.ts';
import { toDb } from '../instants.ts';
import type { DemoObject } from './demo-shapes.ts';

export async function writeObjects(
  trx: Knex.Transaction,
  accountId: string,
  objects: readonly DemoObject[],
  userIds: ReadonlyMap<string, string>,
  at: Instant,
): Promise<void> {
  for (const { application, title, priceCents, by, values } of objects) {
    const id = uuid();
    const created_by = by === null ? null : (userIds.get(by) ?? null);
    await trx('application_objects').insert({
      ...{ id, account_id: accountId, application, title, price_cents: priceCents, created_by },
      created_at: toDb(at),
    });
    await trx('application_object_values').insert(
      Object.entries(values).map(([dimension, value]) => ({ object_id: id, dimension, value })),
    );
  }
}
