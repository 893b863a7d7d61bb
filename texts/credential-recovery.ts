/** What operations staff read in the Temporal UI about people who lost their password. */
import type { CredentialRecovery, RecoveryAct, RecoveryOutcome } from '../domain/credential-recovery.ts';
import { exactTime } from './formats.ts';

const sources: Readonly<Record<CredentialRecovery['source'], string>> = {
  person: 'Lost password, asked on the log-in page',
  administrator: 'Reset started by an administrator',
  staff: 'Reset started by staff',
};

/** The one line in the list of workflows; nothing personal. */
export function recoverySummary({ source, id }: CredentialRecovery): string {
  return `${sources[source]} (${id.slice(-12)})`;
}

export function recoveryDetails({ askedAt, terms }: CredentialRecovery): string {
  return `Asked ${exactTime(askedAt, terms?.zone ?? 'UTC', 'en')}.`;
}

const actNames: Readonly<Record<RecoveryAct['kind'], string>> = {
  find: 'Search for who is meant',
  expire: 'End of the link',
  'hand-over': 'Staff take over from the administrators',
};

export function recoveryActName(kind: RecoveryAct['kind']): string {
  return actNames[kind];
}

const outcomes: Readonly<Record<RecoveryOutcome, string>> = {
  reset: 'The password was set anew',
  expired: 'The link was not used in time',
  'handed-to-administrator': 'Helped by the administrators of the company',
  'handed-to-staff': 'Handed to staff: it is on their list',
  unknown: 'Nobody is called that',
  limited: 'Mails enough went to this mailbox within the hour',
};

/** `Waiting for the link to be used until …; then it ends.` */
export function recoveryStanding(recovery: CredentialRecovery, next: RecoveryAct | null): string {
  const { closed, terms } = recovery;
  const at = (instant: string) => exactTime(instant, terms?.zone ?? 'UTC', 'en');
  if (closed) return `${outcomes[closed.outcome]}: ${at(closed.at)}.`;
  if (next?.kind === 'expire') return `Waiting for the link to be used until ${at(next.at)}; then it ends.`;
  if (next?.kind === 'hand-over')
    return `Waiting for an administrator of the company until ${at(next.at)}; then staff have it.`;
  return 'It is being looked up who is meant.';
}
