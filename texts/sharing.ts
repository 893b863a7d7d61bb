/** What operations staff read in the Temporal UI about invitations to shared users. */
import type { Sharing, SharingAct, SharingOutcome } from '../domain/sharing.ts';
import { exactTime } from './formats.ts';

/** The one line in the list of workflows; nothing personal. */
export function sharingSummary({ id }: Pick<Sharing, 'id'>): string {
  return `Invitation of a shared user (${id.slice(-12)})`;
}

export function sharingDetails({ terms }: Sharing): string {
  const { linkHours, reminderHours, version } = terms;
  return `The link works for ${String(linkHours)} hours, with a reminder after ${String(reminderHours)}, by policy version ${String(version)}.`;
}

const acts: Readonly<Record<SharingAct['kind'], string>> = {
  remind: 'Reminder of the invitation',
  expire: 'End of the link',
};

export function sharingActName(kind: SharingAct['kind']): string {
  return acts[kind];
}

const outcomes: Readonly<Record<SharingOutcome, string>> = {
  accepted: 'Accepted; what he sees is the main contact’s to tick from now on',
  expired: 'Nobody used the link in time',
  withdrawn: 'Taken back by the main contact',
};

/** `Waiting for the invited person until …; then the invitation ends.` */
export function sharingStanding({ closed, endsAt, terms }: Sharing, next: SharingAct | null): string {
  const at = (instant: string) => exactTime(instant, terms.zone, 'en');
  if (closed) return `${outcomes[closed.outcome]}: ${at(closed.at)}.`;
  const reminder = next?.kind === 'remind' ? ` A reminder is sent ${at(next.at)}.` : '';
  return `Waiting for the invited person until ${at(endsAt)}; then the invitation ends.${reminder}`;
}
