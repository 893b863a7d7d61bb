import { sharingById } from '../../db/queries/sharings.ts';
import { linkDead } from '../../domain/one-time-link.ts';
import type { Sharing } from '../../domain/sharing.ts';
import { checkAcceptSharing } from '../../domain/sharing.ts';
import { orThrow, Refused } from '../../domain/verdict.ts';
import type { Deps } from '../deps.ts';
import type { Call } from '../operation.ts';
import { openLinkOf } from '../mailed-links.ts';

type TokenCall = Pick<
  Call<unknown, unknown, { readonly token: string }>,
  'body' | 'clientAddress' | 'receivedAt'
>;

/** Refuses `link.unusable`, and what `checkAcceptSharing` refuses. */
export async function sharingByToken(
  call: TokenCall,
  deps: Deps,
): Promise<{ readonly sharing: Sharing; readonly tokenHash: string }> {
  const { link, tokenHash } = await openLinkOf(call, deps, 'sharing');
  const sharing = await sharingById(deps.knex, link.lifeId);
  if (sharing === null) throw new Refused(linkDead);
  orThrow(checkAcceptSharing(sharing, call.receivedAt));
  return { sharing, tokenHash };
}
