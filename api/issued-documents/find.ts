import type { SeenDocument } from '../../db/queries/issued-documents.ts';
import { issuedDocumentById } from '../../db/queries/issued-documents.ts';
import { publishingGround } from '../../db/queries/publishing.ts';
import type { PublishingGround } from '../../db/queries/publishing.ts';
import { sightsOf } from '../../db/queries/sights.ts';
import { isSeen } from '../../domain/issued-document.ts';
import type { Deps } from '../deps.ts';
import type { Call } from '../operation.ts';

type DocumentCall = Call<{ readonly id: string }, unknown, unknown>;

/** The document of the path, if the caller may do to it what the operation declares: its issuer, or who receives it. */
export async function findIssuedDocument(call: DocumentCall, { knex }: Deps): Promise<SeenDocument> {
  const { caller, receivedAt } = call;
  const readerId = caller.kind === 'user' ? caller.id : null;
  const found = await issuedDocumentById(knex, call.params.id, readerId);
  if (found === null) return call.allow<never>('issued-document', null);
  const isReceived =
    readerId !== null && isSeen(found.standing, await sightsOf(knex, readerId, receivedAt), receivedAt);
  call.allow('issued-document', { issuerId: found.issuerId, isReceived });
  return found;
}

/** The issuer whose token calls, with what its deliveries stand on; the declared right is asked about it. */
export async function groundOfCaller(
  call: Call<unknown, unknown, unknown>,
  { knex }: Deps,
): Promise<PublishingGround> {
  const { actor } = call.caller;
  const [issuerId = ''] = actor.kind === 'issuer' ? actor.issuerIds : [];
  call.allow('issued-document', { issuerId });
  return publishingGround(knex, issuerId, call.receivedAt);
}
