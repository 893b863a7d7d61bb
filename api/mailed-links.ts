/** What every operation does first with a token from a mail: asked before anything is hashed, and asked again under lock. */
import { linkByToken } from '../db/changes/one-time-links.ts';
import type { LinkPurpose, OneTimeLink } from '../domain/one-time-link.ts';
import { linkDead } from '../domain/one-time-link.ts';
import { Refused } from '../domain/verdict.ts';
import type { Call } from './operation.ts';
import type { Deps } from './deps.ts';
import { networkOf } from './limits.ts';

type TokenCall = Pick<Call<unknown, unknown, { readonly token: string }>, 'body' | 'clientAddress'>;

export interface MailedLink {
  readonly link: OneTimeLink;
  readonly tokenHash: string;
}

/** The link as it stands. Refuses `link.unusable` for a token that is none, which slows the place it comes from (check 31). */
export async function linkOf(call: TokenCall, deps: Deps, purpose: LinkPurpose): Promise<MailedLink> {
  const tokenHash = deps.tokens.hashToken(call.body.token);
  const link = await linkByToken(deps.knex, purpose, tokenHash);
  if (link !== null) return { link, tokenHash };
  return deadLink(call, deps);
}

/** The same, and neither used nor killed. */
export async function openLinkOf(call: TokenCall, deps: Deps, purpose: LinkPurpose): Promise<MailedLink> {
  const found = await linkOf(call, deps, purpose);
  if (found.link.usedAt !== null || found.link.killedAt !== null) throw new Refused(linkDead);
  return found;
}

/** Whoever tries tokens that open nothing is slowed. */
export async function deadLink({ clientAddress }: TokenCall, { limits }: Deps): Promise<never> {
  await limits.spend('deadLinksFromPlace', networkOf(clientAddress));
  throw new Refused(linkDead);
}
