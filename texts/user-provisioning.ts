/** What operations staff read in the Temporal UI about users on their way in. */
import type { ProvisioningAct, ProvisioningOutcome, UserProvisioning } from '../domain/user-provisioning.ts';
import { exactTime } from './formats.ts';

const kinds = { user: 'Invitation of a new user', membership: 'Invitation to join a company' } as const;

/** The one line in the list of workflows; nothing personal. */
export function provisioningSummary({ kind, id }: Pick<UserProvisioning, 'kind' | 'id'>): string {
  return `${kinds[kind]} (${id.slice(-12)})`;
}

export function provisioningDetails({ terms }: UserProvisioning): string {
  const { invitationHours, version } = terms;
  return `An invitation works for ${String(invitationHours)} hours, by policy version ${String(version)}.`;
}

const actNames: Readonly<Record<ProvisioningAct['kind'], string>> = {
  remind: 'Reminder of the invitation',
  expire: 'End of the invitation',
  'tell-no-rights': 'Word to the administrator: no rights yet',
};

export function provisioningActName(kind: ProvisioningAct['kind']): string {
  return actNames[kind];
}

const outcomes: Readonly<Record<ProvisioningOutcome, string>> = {
  active: 'The user is in',
  expired: 'The invitation was not accepted in time',
  deactivated: 'The invitation or the membership was ended',
};

/** `Waiting for the invited person until …; then the invitation ends.` */
export function provisioningStanding(provisioning: UserProvisioning, next: ProvisioningAct | null): string {
  const { closed, acceptedAt, endsAt, terms } = provisioning;
  const at = (instant: string) => exactTime(instant, terms.zone, 'en');
  if (closed) return `${outcomes[closed.outcome]}: ${at(closed.at)}.`;
  if (acceptedAt !== null && next === null) return 'Accepted; waiting for the first log-in.';
  if (next?.kind === 'tell-no-rights') {
    return `Logged in, without any right. If that is still so ${at(next.at)}, the administrator is told.`;
  }
  const reminder = next?.kind === 'remind' ? ` A reminder is sent ${at(next.at)}.` : '';
  return `Waiting for the invited person until ${at(endsAt)}; then the invitation ends.${reminder}`;
}
