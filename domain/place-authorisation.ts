/**
 * A log-in from a place that is not authorised, by somebody who proved who he is (WF-20): a mail with a link that
 * authorises the place of that log-in, for 30 minutes. Of many log-ins within an hour only the first ones are mailed
 * one by one; the rest is told in one mail when the hour is over (decided.md, Places).
 */
import type { Instant, Zone } from './calendar.ts';
import { hours, minutes, plusMilliseconds } from './calendar.ts';
import type { NextAct } from './next-act.ts';
import { linkDead } from './one-time-link.ts';
import type { PeoplePolicy } from './people-policy.ts';
import type { Verdict } from './verdict.ts';
import { allow, refuseState } from './verdict.ts';

/** The numbers of the policy that an authorisation is bound to. */
export interface PlaceAuthorisationTerms {
  readonly version: number;
  readonly zone: Zone;
  readonly messageSeconds: number;
}

export type PlaceAuthorisationOutcome = 'authorised' | 'expired' | 'digested';

export interface PlaceAuthorisation {
  readonly id: string;
  readonly brand: string;
  /** Null for staff: the operator asks. */
  readonly companyId: string | null;
  readonly userId: string;
  readonly terms: PlaceAuthorisationTerms;
  readonly version: number;
  /** `mail`: a mail of its own with a link. `digest`: it stands for its hour, told in one mail without a link. */
  readonly toldBy: 'mail' | 'digest';
  readonly askedAt: Instant;
  /** The link's end, or when the digest is sent. */
  readonly endsAt: Instant;
  readonly closed: { readonly outcome: PlaceAuthorisationOutcome; readonly at: Instant } | null;
}

export type PlaceAct = NextAct<'expire' | 'digest'>;

/** The row's next act; null when it is over. */
export function planForPlace({ closed, toldBy, endsAt }: PlaceAuthorisation): PlaceAct | null {
  if (closed !== null) return null;
  return { kind: toldBy === 'mail' ? 'expire' : 'digest', at: endsAt };
}

/** Over: the link was not used in time, or the hour has been told. */
export function carryOutPlaceAct(
  authorisation: PlaceAuthorisation,
  kind: PlaceAct['kind'],
  at: Instant,
): PlaceAuthorisation {
  const outcome = kind === 'expire' ? 'expired' : 'digested';
  return { ...authorisation, version: authorisation.version + 1, closed: { outcome, at } };
}

/** A link is used once and in time; the last instant still counts. Refuses `link.unusable`, as every dead link. */
export function checkPlaceConfirmation({ closed, toldBy, endsAt }: PlaceAuthorisation, at: Instant): Verdict {
  return closed === null && toldBy === 'mail' && at <= endsAt ? allow : linkDead;
}

/** Check 43: only the browser that tried holds the secret of its attempt. Refuses `place.other-browser`. */
export function checkSameBrowser(isSame: boolean): Verdict {
  return isSame ? allow : refuseState('place.other-browser');
}

export function confirmPlace(authorisation: PlaceAuthorisation, at: Instant): PlaceAuthorisation {
  return { ...authorisation, version: authorisation.version + 1, closed: { outcome: 'authorised', at } };
}

/** How a log-in is told, by those of the same person within the hour before it. */
export type Telling =
  { readonly by: 'mail' | 'digest'; readonly endsAt: Instant } | { readonly by: 'open-digest' };

/**
 * Its own mail while there are few; else the digest of its hour, which the first one too many opens and the others
 * join. `hasOpenDigest`: one is collecting.
 */
export function tellingOf(
  mailedWithinHour: number,
  hasOpenDigest: boolean,
  policy: Pick<PeoplePolicy, 'links' | 'places'>,
  at: Instant,
): Telling {
  if (hasOpenDigest) return { by: 'open-digest' };
  if (mailedWithinHour < policy.places.mailsPerHour)
    return { by: 'mail', endsAt: plusMilliseconds(at, minutes(policy.links.placeMinutes)) };
  return { by: 'digest', endsAt: plusMilliseconds(at, hours(1)) };
}

/** How far back log-ins count for a digest. */
export const digestHours = 1;
