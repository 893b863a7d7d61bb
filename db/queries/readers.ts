/** Whose eyes an account's documents meet: its main contact, and those with whom he shares a client code (IP-06 to IP-08). */
import type { Knex } from 'knex';

type Asked = { readonly userId: string } | { readonly clientCodeIds: readonly string[] };

/** A receiver and a client code that he sees through an account of his own, or through one that shares it with him. */
interface Reading {
  readonly userId: string;
  readonly accountId: string;
  readonly clientCodeId: string;
}

/** Of one person, or of everybody on these client codes. */
export async function readings(knex: Knex, asked: Asked): Promise<readonly Reading[]> {
  const isOfOne = 'userId' in asked;
  if (!isOfOne && asked.clientCodeIds.length === 0) return [];
  const ofOne = { own: 'a.main_contact_id = ?', shared: 's.user_id = ?' };
  const ofCodes = { own: 'r.client_code_id IN (?)', shared: 'n.client_code_id IN (?)' };
  const sql = readingsSql({
    columns: (userId) => `${userId} AS userId, a.id AS accountId, r.client_code_id AS clientCodeId`,
    joins: '',
    where: isOfOne ? ofOne : ofCodes,
  });
  const value = isOfOne ? asked.userId : [...asked.clientCodeIds];
  const [rows] = (await knex.raw(sql, [value, value])) as [Reading[]];
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
    WHERE a.closed_at IS NULL AND s.accepted_at IS NOT NULL AND s.revoked_at IS NULL AND ${where.shared}`;
}

/** Ids of everybody who may see documents of one of these client codes. */
export async function readersOf(knex: Knex, clientCodeIds: readonly string[]): Promise<readonly string[]> {
  if (clientCodeIds.length === 0) return [];
  return [...new Set((await readings(knex, { clientCodeIds })).map(({ userId }) => userId))].sort();
}
