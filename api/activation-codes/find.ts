import type { SeenCode } from '../../db/queries/activation-codes.ts';
import { seenCode } from '../../db/queries/activation-codes.ts';
import { hidden, Refused } from '../../domain/verdict.ts';
import type { Deps } from '../deps.ts';
import type { Call } from '../operation.ts';

/** The code of the path, if the caller may see it. */
export async function findCode(
  call: Call<{ readonly id: string }, unknown, unknown>,
  { knex }: Deps,
): Promise<SeenCode> {
  const found = await seenCode(knex, call.params.id);
  call.allow('activation-code', found && { issuerId: found.code.issuerId });
  if (found === null) throw new Refused(hidden);
  return found;
}
