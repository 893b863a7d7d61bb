import { folded } from './folded.ts';

/** A mail address as addresses are compared, and as one is kept where it has to be found again. */
export function mailboxOf(email: string): string {
  return folded(email);
}

/** Whether both are known, and letters to them come to one place. */
export function isSameMailbox(one: string | null, other: string | null): boolean {
  return one !== null && other !== null && mailboxOf(one) === mailboxOf(other);
}
