/**
 * Links that work once (quality checks 35, 37; decided.md, People): an invitation, a reset, a place, a mail address.
 * Whoever holds the token proves that he reads the mailbox it was sent to, and nothing else.
 */
import type { Instant } from './calendar.ts';
import type { Refusal, Verdict } from './verdict.ts';
import { allow, refuseState } from './verdict.ts';

/** What a link is for; the portal has a page of that name, with the token behind the `#`. */
export const linkPurposes = [
  'registration',
  'invitation',
  'reset',
  'place',
  'email',
  'recovery',
  'sign-up',
  'account-invitation',
  'sharing',
] as const;
export type LinkPurpose = (typeof linkPurposes)[number];

export interface OneTimeLink {
  readonly id: string;
  readonly purpose: LinkPurpose;
  /** The life it belongs to. */
  readonly lifeId: string;
  /** Null when nobody has a user yet. */
  readonly userId: string | null;
  /** The user's as it was when the link was made: password, names, factors and permission count it up. */
  readonly credentialVersion: number | null;
  readonly endsAt: Instant;
  readonly usedAt: Instant | null;
  readonly killedAt: Instant | null;
}

/** Unused, not killed, in time, and nothing about its user has changed since. The last instant still counts. */
export function isLinkAlive(link: OneTimeLink, credentialVersion: number | null, at: Instant): boolean {
  const isUntouched = link.usedAt === null && link.killedAt === null;
  return isUntouched && at <= link.endsAt && link.credentialVersion === credentialVersion;
}

/** One answer for every dead link and for one that never was: it tells nothing about anybody. */
export const linkDead: Refusal = refuseState('link.unusable');

export function checkLink(link: OneTimeLink | null, credentialVersion: number | null, at: Instant): Verdict {
  return link !== null && isLinkAlive(link, credentialVersion, at) ? allow : linkDead;
}
