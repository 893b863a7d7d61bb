/** Names that people log in by: what they are made from, whom they mean, and that they stay their own (UM-10, UM-23). */
import { mailboxOf } from './mailbox.ts';
import { checkUsername } from './user.ts';

/** `zoe.maes` for Zoë Maes: what a username is made from where nobody was asked for one (WF-01). */
export function usernameFor(firstName: string, lastName: string): string {
  const parts = [firstName, lastName].map(plain).filter((part) => part !== '');
  return parts.length === 0 ? 'user' : parts.join('.').slice(0, 80);
}

function plain(name: string): string {
  return name
    .normalize('NFKD')
    .replaceAll(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^-+|-+$/g, '');
}

/**
 * The username under a new mail address: one in the form of an address follows it, for the mailbox before may come to be
 * somebody else's (UM-10).
 */
export function usernameUnder(email: string, username: string): string {
  return checkUsername(username, email).ok ? username : mailboxOf(email);
}

interface Named {
  readonly username: string;
  readonly email: string;
}

/**
 * Who logs in by what was typed: the user of that username, else of that mail address if it belongs to one user only.
 * An address that is another one's username means whose mailbox it is, as soon as he can log in.
 */
export function userMeant<User extends Named & { readonly canLogIn: boolean }>(
  typed: string,
  users: readonly User[],
): User | null {
  const { named, ofMailbox } = meant(typed, users);
  const [owner, ...more] = ofMailbox;
  const only = more.length === 0 ? (owner ?? null) : null;
  if (named === null || ofMailbox.includes(named)) return named ?? only;
  return only?.canLogIn === true ? only : named;
}

/**
 * Whom an asking for a lost password is about: always logins of one mailbox, for they share one link (WF-03). Those of
 * the mailbox that was typed; when nobody active has it, the one of that username.
 */
export function loginsMeant<Login extends Named & { readonly isActive: boolean }>(
  typed: string,
  logins: readonly Login[],
): readonly Login[] {
  const { named, ofMailbox } = meant(typed, logins);
  if (named === null || ofMailbox.includes(named)) return ofMailbox;
  return ofMailbox.some(({ isActive }) => isActive) ? ofMailbox : [named];
}

/** Letter case does not matter; accents do, though the column's collation ignores them: nobody answers to another one's name. */
function meant<User extends Named>(typed: string, users: readonly User[]) {
  const isTyped = (name: string) => lettersOf(name) === lettersOf(typed);
  return {
    named: users.find(({ username }) => isTyped(username)) ?? null,
    ofMailbox: users.filter(({ email }) => isTyped(email)),
  };
}

/** Closer than what is `folded`: with a blank around it, it is another name. */
function lettersOf(text: string): string {
  return text.normalize('NFC').toLowerCase();
}
