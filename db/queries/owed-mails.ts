import type { Knex } from 'knex';
import type { Owing } from '../../domain/life-rows.ts';

/** A mail that a life still owes. */
export interface OwedNotice {
  readonly key: string;
  readonly kind: string;
}

/** The mails that the life of this row owes, in the order in which they came to be owed. */
export function owedMailsOf(knex: Knex, lifeId: string): Promise<readonly OwedNotice[]> {
  return knex('notices')
    .where({ life_id: lifeId, told_at: null })
    .orderBy(['owed_at', 'notice_key'])
    .select('notice_key as key', 'kind');
}

/** With the mails it owes by now: what the life goes on from. */
export async function withOwed<Row extends { readonly id: string }>(
  knex: Knex,
  row: Row,
): Promise<Owing<Row>> {
  const owed = await owedMailsOf(knex, row.id);
  return { ...row, toTell: owed.map(({ key }) => ({ key })) };
}
