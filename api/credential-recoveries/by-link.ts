import type { RecoveryLogin } from '../../db/queries/recovery-logins.ts';
import { openLoginsOf } from '../../db/queries/recovery-logins.ts';
import type { Instant } from '../../domain/calendar.ts';
import { isLinkAlive } from '../../domain/one-time-link.ts';
import type { Deps } from '../deps.ts';
import type { Call } from '../operation.ts';
import { deadLink, linkOf } from '../mailed-links.ts';

export interface LinkRead {
  readonly recoveryId: string;
  readonly endsAt: Instant;
  readonly tokenHash: string;
  /** At least one. */
  readonly logins: readonly RecoveryLogin[];
}

type LinkCall = Pick<
  Call<unknown, unknown, { readonly token: string }>,
  'body' | 'clientAddress' | 'receivedAt'
>;

/**
 * The link of this token with the logins it may still set a password for. Refuses `link.unusable`, the same for every
 * reason; whoever tries many tokens is slowed (check 31), 429 `request.too-many`.
 */
export async function readLink(call: LinkCall, deps: Deps): Promise<LinkRead> {
  const { link, tokenHash } = await linkOf(call, deps, 'reset');
  const isAlive = isLinkAlive({ ...link, credentialVersion: null }, null, call.receivedAt);
  const logins = isAlive ? await openLoginsOf(deps.knex, link.lifeId) : [];
  if (logins.length === 0) return deadLink(call, deps);
  return { recoveryId: link.lifeId, endsAt: link.endsAt, tokenHash, logins };
}
