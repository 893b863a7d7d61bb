import type { SeenBatch } from '../../db/queries/code-batches.ts';
import { seenBatch } from '../../db/queries/code-batches.ts';
import { hidden, Refused } from '../../domain/verdict.ts';
import type { Deps } from '../deps.ts';
import type { Call } from '../operation.ts';

/** The batch of the path, if the caller may see it. */
export async function findBatch(
  call: Call<{ readonly id: string }, unknown, unknown>,
  { knex }: Deps,
): Promise<SeenBatch> {
  const found = await seenBatch(knex, call.params.id);
  call.allow('code-batch', found && { issuerId: found.batch.issuerId });
  if (found === null) throw new Refused(hidden);
  return found;
}
