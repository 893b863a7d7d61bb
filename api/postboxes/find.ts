import type { FoundPostbox } from '../../db/queries/postboxes.ts';
import { postboxById } from '../../db/queries/postboxes.ts';
import type { Deps } from '../deps.ts';
import type { Call } from '../operation.ts';

/** The box of the path, if the caller may do to it what the operation declares. */
export async function findBox(
  call: Call<{ readonly id: string }, unknown, unknown>,
  { knex }: Deps,
): Promise<FoundPostbox> {
  return call.allow('postbox', await postboxById(knex, call.params.id, call.receivedAt));
}
