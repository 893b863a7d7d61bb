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
  const [own, shared] = readingQueries(knex, asked);
  return (await own.union(shared)) as Reading[];
}

/** Through accounts of one's own, and through those that are shared: over receptions `r`, to be joined further and united. */
export function readingQueries(
  knex: Knex,
  asked: Asked,
): readonly [own: Knex.QueryBuilder, shared: Knex.QueryBuilder] {
  const [own, shared] = [ownReadings(knex), sharedReadings(knex)];
  if ('userId' in asked) {
    own.where('a.main_contact_id', asked.userId);
    shared.where('s.user_id', asked.userId);
  } else {
    own.whereIn('r.client_code_id', asked.clientCodeIds);
    shared.whereIn('n.client_code_id', asked.clientCodeIds);
  }
  return [own, shared];
}

/** Ids of everybody who may see documents of one of these client codes. */
export async function readersOf(knex: Knex, clientCodeIds: readonly string[]): Promise<readonly string[]> {
  if (clientCodeIds.length === 0) return [];
  return [...new Set((await readings(knex, { clientCodeIds })).map(({ userId }) => userId))].sort();
}

function ownReadings(knex: Knex): Knex.QueryBuilder {
  return knex('recipient_accounts as a')
    .join('receptions as r', 'r.account_id', 'a.id')
    .whereNull('a.closed_at')
    .select({ userId: 'a.main_contact_id', accountId: 'a.id', clientCodeId: 'r.client_code_id' });
}

/** Ticked, by a sharing that was accepted and is not revoked. */
function sharedReadings(knex: Knex): Knex.QueryBuilder {
  return knex('sharings as s')
    .join('shared_numbers as n', 'n.sharing_id', 's.id')
    .join('recipient_accounts as a', 'a.id', 's.account_id')
    .join('receptions as r', (join) =>
      join.on('r.account_id', 'a.id').on('r.client_code_id', 'n.client_code_id'),
    )
    .whereNull('a.closed_at')
    .whereNotNull('s.accepted_at')
    .whereNull('s.revoked_at')
    .select({ userId: 's.user_id', accountId: 'a.id', clientCodeId: 'n.client_code_id' });
}
