import type { Knex } from 'knex';

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
