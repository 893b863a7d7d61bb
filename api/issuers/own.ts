/** The issuer that calls. */
import type { Issuer } from '../../db/queries/issuers.ts';
import { issuerById } from '../../db/queries/issuers.ts';
import type { Deps } from '../deps.ts';
import type { Call } from '../operation.ts';

/** A token is that of one issuer; what it makes is that issuer's, whatever the body says (check 12). */
export async function ownIssuer(call: Call<unknown, unknown, unknown>, { knex }: Deps): Promise<Issuer> {
  const { actor } = call.caller;
  const [issuerId] = actor.kind === 'issuer' ? actor.issuerIds : [];
  call.allow('issuer', issuerId === undefined ? null : { issuerId });
  return issuerById(knex, issuerId ?? '');
}
