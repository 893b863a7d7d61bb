import type { Knex } from 'knex';

export interface RememberedAnswer {
  /** SHA-256 of the body that the first request carried. */
  readonly bodyHash: string;
  /** What the first request was answered, as it came back from JSON. */
  readonly answer: unknown;
}

/** The answer remembered for a request id, or null when none was given in the last 30 days (decided.md, Lives and ids). */
export async function rememberedAnswer(knex: Knex, id: string): Promise<RememberedAnswer | null> {
  const row = await knex('requests')
    .where({ id })
    .first<{ body_hash: string; answer: string } | undefined>('body_hash', 'answer');
  return row === undefined ? null : { bodyHash: row.body_hash, answer: JSON.parse(row.answer) as unknown };
}
