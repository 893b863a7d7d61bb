import type { InvitedBehind } from '../../db/queries/account-invitations.ts';
import { accountInvitationById, invitedBehind } from '../../db/queries/account-invitations.ts';
import type { AccountInvitation } from '../../domain/account-invitation.ts';
import { checkInvitation } from '../../domain/account-invitation.ts';
import { linkDead } from '../../domain/one-time-link.ts';
import { orThrow, Refused } from '../../domain/verdict.ts';
import type { Deps } from '../deps.ts';
import type { Call } from '../operation.ts';
import { openLinkOf } from '../mailed-links.ts';

export interface BehindLink {
  readonly invitation: AccountInvitation;
  readonly behind: InvitedBehind;
  readonly tokenHash: string;
}

type LinkCall = Call<unknown, unknown, { readonly token: string }>;

/** Refuses `link.unusable`, and what `checkInvitation` refuses. */
export async function behindLink(call: LinkCall, deps: Deps, userId: string | null): Promise<BehindLink> {
  const { link, tokenHash } = await openLinkOf(call, deps, 'account-invitation');
  const invitation = await accountInvitationById(deps.knex, link.lifeId);
  const behind = await invitedBehind(deps.knex, link.lifeId, userId);
  if (invitation === null || behind === null) throw new Refused(linkDead);
  orThrow(checkInvitation(invitation, call.receivedAt));
  return { invitation, behind, tokenHash };
}
