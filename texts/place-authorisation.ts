/** What operations staff read of a log-in from an unknown place (WF-20): ids and times, no address, no name. */
import type { PlaceAct, PlaceAuthorisation } from '../domain/place-authorisation.ts';
import { exactTime } from './formats.ts';

export function placeSummary({ userId, toldBy }: PlaceAuthorisation): string {
  return toldBy === 'mail'
    ? `Log-in of user ${userId} from an unknown place`
    : `Log-ins of user ${userId} from unknown places, told together`;
}

export function placeDetails({ askedAt, terms: { zone, version } }: PlaceAuthorisation): string {
  return `Asked ${exactTime(askedAt, zone, 'en')}, by policy version ${String(version)}.`;
}

const actNames: Readonly<Record<PlaceAct['kind'], string>> = {
  expire: 'End of the link',
  digest: 'One mail for the hour',
};

export function placeActName(kind: PlaceAct['kind']): string {
  return actNames[kind];
}

/** `Waiting for the mail to be answered until Tue 2 Feb 2027, 15:30 (Europe/Brussels); then the link is dead.` */
export function placeStanding({ closed, toldBy, endsAt, terms: { zone } }: PlaceAuthorisation): string {
  if (closed !== null) return `${outcomes[closed.outcome]} ${exactTime(closed.at, zone, 'en')}.`;
  const until = exactTime(endsAt, zone, 'en');
  return toldBy === 'mail'
    ? `Waiting for the mail to be answered until ${until}; then the link is dead.`
    : `Collecting log-ins until ${until}; then one mail tells of them all.`;
}

const outcomes = {
  authorised: 'The place was authorised',
  expired: 'The link was not used; it died',
  digested: 'Told in one mail',
} as const;
