/** Whose eyes an account's documents meet: its main contact, and those with whom he shares a client code (IP-06 to IP-08). */
import type { Knex } from 'knex';
import { isAmong } from '../condition.ts';
import { isShared } from './accounts-around.ts';

/** A receiver and a client code that he sees through an account of his own, or through one that shares it with him. */
interface Reading {
  readonly userId: string;
  readonly accountId: string;
  readonly clientCodeId: string;
}

/** Of everybody on these client codes. */
export async function readings(knex: Knex, clientCodeIds: readonly string[]): Promise<readonly Reading[]> {
  if (clientCodeIds.length === 0) return [];
  const [own, shared] = [
    isAmong('r.client_code_id', clientCodeIds),
    isAmong('n.client_code_id', clientCodeIds),
  ];
  const sql = readingsSql({
    columns: (userId) => `${userId} AS userId, a.id AS accountId, r.client_code_id AS clientCodeId`,
    joins: '',
    where: { own: own.sql, shared: shared.sql },
  });
  const [rows] = (await knex.raw(sql, [...own.values, ...shared.values])) as [Reading[]];
  return rows;
}

interface ReadingsPlan {
  /** The same of both, given the column of who reads. */
  readonly columns: (userId: string) => string;
  /** What both are joined with further. */
  readonly joins: string;
  readonly where: { readonly own: string; readonly shared: string };
}

/**
 * Through accounts `a` of one's own, and through sharings `s` that were accepted and are not revoked, with their ticks `n`: over
 * receptions `r`, united. As text, for it is asked at every look at a document, and to compose it took a third of the time.
 */
export function readingsSql({ columns, joins, where }: ReadingsPlan): string {
  return `SELECT ${columns('a.main_contact_id')}
    FROM recipient_accounts a
    JOIN receptions r ON r.account_id = a.id ${joins}
    WHERE a.closed_at IS NULL AND ${where.own}
    UNION
    SELECT ${columns('s.user_id')}
    FROM sharings s
    JOIN shared_numbers n ON n.sharing_id = s.id
    JOIN recipient_accounts a ON a.id = s.account_id
    JOIN receptions r ON r.account_id = a.id AND r.client_code_id = n.client_code_id ${joins}
    WHERE ${isShared} AND ${where.shared}`;
}

/** Ids of everybody who may see documents of one of these client codes. */
export async function readersOf(knex: Knex, clientCodeIds: readonly string[]): Promise<readonly string[]> {
  return [...new Set((await readings(knex, clientCodeIds)).map(({ userId }) => userId))].sort();
}
