import type { FoundDocument } from '../../db/queries/documents.ts';
import { documentById } from '../../db/queries/documents.ts';
import type { Deps } from '../deps.ts';
import type { Call } from '../operation.ts';

/** The document of the path, if the caller may do to it what the operation declares. */
export async function findDocument(
  call: Call<{ readonly id: string }, unknown, unknown>,
  { knex }: Deps,
): Promise<FoundDocument> {
  return call.allow('document', await documentById(knex, call.params.id));
}
