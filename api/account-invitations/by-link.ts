import { linkByToken } from '../../db/changes/one-time-links.ts';
import type { InvitedBehind } from '../../db/queries/account-invitations.ts';
import { accountInvitationById, invitedBehind } from '../../db/queries/account-invitations.ts';
import type { AccountInvitation } from '../../domain/account-invitation.ts';
import { checkInvitation } from '../../domain/account-invitation.ts';
import { linkDead } from '../../domain/one-time-link.ts';
import { orThrow, Refused } from '../../domain/verdict.ts';
import type { Deps } from '../deps.ts';
import { networkOf } from '../limits.ts';
import type { Call } from '../operation.ts';

export interface BehindLink {
  readonly invitation: AccountInvitation;
  readonly behind: InvitedBehind;
  readonly tokenHash: string;
}

type LinkCall = Call<unknown, unknown, { readonly token: string }>;

/** Asked before anything is hashed; asked again under lock. A token that is none slows the place it comes from. */
export async function behindLink(
  { body, clientAddress, receivedAt }: LinkCall,
  deps: Deps,
  userId: string | null,
): Promise<BehindLink> {
  const tokenHash = deps.tokens.hashToken(body.token);
  const link = await linkByToken(deps.knex, 'account-invitation', tokenHash);
  if (link === null) await deps.limits.spend('deadLinksFromPlace', networkOf(clientAddress));
  const invitation = link && (await accountInvitationById(deps.knex, link.lifeId));
  const behind = link && (await invitedBehind(deps.knex, link.lifeId, userId));
  if (link?.usedAt !== null || link.killedAt !== null || invitation === null || behind === null)
    throw new Refused(linkDead);
  orThrow(checkInvitation(invitation, receivedAt));
  return { invitation, behind, tokenHash };
}
