import { linkByToken } from '../../db/changes/one-time-links.ts';
import type { RecoveryLogin } from '../../db/queries/recovery-logins.ts';
import { loginsOf } from '../../db/queries/recovery-logins.ts';
import type { Instant } from '../../domain/calendar.ts';
import { isLinkAlive, linkDead } from '../../domain/one-time-link.ts';
import { Refused } from '../../domain/verdict.ts';
import type { Deps } from '../deps.ts';
import { networkOf } from '../limits.ts';

export interface LinkRead {
  readonly recoveryId: string;
  readonly endsAt: Instant;
  readonly tokenHash: string;
  /** At least one. */
  readonly logins: readonly RecoveryLogin[];
}

interface Holder {
  readonly clientAddress: string;
  readonly receivedAt: Instant;
}

/**
 * The link of this token with the logins it may still set a password for. Refuses `link.unusable`, the same for every
 * reason; whoever tries many tokens is slowed (check 31), 429 `request.too-many`.
 */
export async function readLink(
  deps: Deps,
  token: string,
  { clientAddress, receivedAt }: Holder,
): Promise<LinkRead> {
  const { knex, tokens, limits } = deps;
  const tokenHash = tokens.hashToken(token);
  const link = await linkByToken(knex, 'reset', tokenHash);
  const isAlive = link !== null && isLinkAlive({ ...link, credentialVersion: null }, null, receivedAt);
  const logins = isAlive ? await loginsOf(knex, link.lifeId) : [];
  const open = logins.filter(({ way, isUnchanged }) => way === 'self' && isUnchanged);
  if (link === null || open.length === 0) {
    await limits.spend('deadLinksFromPlace', networkOf(clientAddress));
    throw new Refused(linkDead);
  }
  return { recoveryId: link.lifeId, endsAt: link.endsAt, tokenHash, logins: open };
}
