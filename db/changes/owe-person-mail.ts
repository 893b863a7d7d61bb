import type { Knex } from 'knex';
import type { Instant } from '../../domain/calendar.ts';
import type { LifeName } from '../../domain/life-rows.ts';
import { toDb } from '../instants.ts';

/** A mail that a life owes from this change on; `key` begins with `<life>/<id>/<kind>` and is owed once. */
export async function owePersonMail(
  trx: Knex.Transaction,
  mail: { readonly life: LifeName; readonly lifeId: string; readonly key: string; readonly kind: string },
  at: Instant,
): Promise<void> {
  const { life, lifeId, key, kind } = mail;
  await trx('notices')
    .insert({ notice_key: key, kind, life, life_id: lifeId, owed_at: toDb(at) })
    .onConflict('notice_key')
    .ignore();
}
