/** What operations staff read in the Temporal UI about a new mail address. */
import type { EmailChange, EmailChangeAct } from '../domain/email-change.ts';
import { exactTime } from './formats.ts';

/** The one line in the list of workflows; nothing personal. */
export function emailChangeSummary({ id }: EmailChange): string {
  return `New mail address of a person (${id.slice(-12)})`;
}

export function emailChangeDetails({ askedAt, terms }: EmailChange): string {
  return `Asked ${exactTime(askedAt, terms.zone, 'en')}, under policy version ${String(terms.version)}.`;
}

const actNames: Readonly<Record<EmailChangeAct['kind'], string>> = { expire: 'End of the link' };

export function emailChangeActName({ kind }: EmailChangeAct): string {
  return actNames[kind];
}

/** `Waiting for the new address to be confirmed until …; then it is forgotten.` */
export function emailChangeStanding({ closed, terms }: EmailChange, next: EmailChangeAct | null): string {
  const at = (instant: string) => exactTime(instant, terms.zone, 'en');
  if (closed === null)
    return `Waiting for the new address to be confirmed until ${next === null ? 'now' : at(next.at)}; then it is forgotten.`;
  const words = { confirmed: 'The new address is in force', expired: 'Nobody confirmed the new address' };
  return `${words[closed.outcome]}: ${at(closed.at)}.`;
}
