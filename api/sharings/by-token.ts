import { linkByToken } from '../../db/changes/one-time-links.ts';
import { sharingById } from '../../db/queries/sharings.ts';
import { linkDead } from '../../domain/one-time-link.ts';
import type { Sharing } from '../../domain/sharing.ts';
import { checkAcceptSharing } from '../../domain/sharing.ts';
import { orThrow, Refused } from '../../domain/verdict.ts';
import type { Deps } from '../deps.ts';
import { networkOf } from '../limits.ts';
import type { Call } from '../operation.ts';

type TokenCall = Pick<
  Call<unknown, unknown, { readonly token: string }>,
  'body' | 'clientAddress' | 'receivedAt'
>;

/** Asked before anything is hashed; asked again under lock. A token that is none slows the place it comes from. */
export async function sharingByToken(
  { body, clientAddress, receivedAt }: TokenCall,
  deps: Deps,
): Promise<{ readonly sharing: Sharing; readonly tokenHash: string }> {
  const tokenHash = deps.tokens.hashToken(body.token);
  const link = await linkByToken(deps.knex, 'sharing', tokenHash);
  if (link === null) await deps.limits.spend('deadLinksFromPlace', networkOf(clientAddress));
  const sharing = link && (await sharingById(deps.knex, link.lifeId));
  if (link?.usedAt !== null || link.killedAt !== null || sharing === null) throw new Refused(linkDead);
  orThrow(checkAcceptSharing(sharing, receivedAt));
  return { sharing, tokenHash };
}
