/**
 * The users of a company: who may create and change whom, and that somebody always administers it (UM-04 to UM-08,
 * UM-19). Identity belongs to the person; profile, rights and being active belong to the membership (decided.md, People).
 */
import type { Instant } from './calendar.ts';
import { isSameMailbox } from './mailbox.ts';
import type { Profile } from './rights.ts';
import type { Verdict } from './verdict.ts';
import { allow, firstRefusal, refuseRight, refuseState, refuseValue } from './verdict.ts';

export const profiles = ['administrator', 'user'] as const satisfies readonly Profile[];

/** UM-13. */
export const sexes = ['female', 'male'] as const;
export type Sex = (typeof sexes)[number];

/** With `internal`, the operator's staff who act on a customer's behalf (UM-08). */
export type Standing = Profile | 'internal';

/** From the lowest to the highest: nobody touches who stands higher (check 18). */
const ranks: Readonly<Record<Standing, number>> = { user: 0, administrator: 1, internal: 2 };

/** Who acts on users; `standing` is null for who is no active member of the company, and no staff. */
export interface Author {
  readonly id: string;
  readonly standing: Standing | null;
}

/** A person in a company. */
export interface Member {
  readonly userId: string;
  readonly profile: Profile;
  /** Staff of the operator or of a site besides. */
  readonly isStaff: boolean;
  readonly acceptedAt: Instant | null;
  readonly deactivatedAt: Instant | null;
  readonly suspendedAt: Instant | null;
}

/** Invitation accepted, not deactivated, not suspended (decided.md, People). */
export function isActive({
  acceptedAt,
  deactivatedAt,
  suspendedAt,
}: Pick<Member, 'acceptedAt' | 'deactivatedAt' | 'suspendedAt'>): boolean {
  return acceptedAt !== null && deactivatedAt === null && suspendedAt === null;
}

export function isActiveAdministrator(member: Member): boolean {
  return member.profile === 'administrator' && isActive(member);
}

/** What a member stands as in his company: null while his invitation is open, he is deactivated or suspended. */
export function standingOf(member: Member | null): Standing | null {
  return member !== null && isActive(member) ? member.profile : null;
}

/** Administrators and staff create administrators and users; a user creates nobody (UM-05, UM-07, UM-08). */
export function checkCreateUser(author: Author, profile: Profile): Verdict {
  return firstRefusal(checkAuthor(author), checkRank(author, profile));
}

/**
 * Whether the author may change or end this membership. Refuses `right.missing`, `user.profile-above` (nobody touches
 * a higher profile, check 18) and `user.own-rights` (staff never act for themselves, check 11).
 */
export function checkAdminister(author: Author, member: Member): Verdict {
  const isOwn = author.standing === 'internal' && author.id === member.userId;
  return firstRefusal(
    checkAuthor(author),
    checkRank(author, member.isStaff ? 'internal' : member.profile),
    isOwn ? refuseRight('user.own-rights') : allow,
  );
}

function checkAuthor({ standing }: Author): Verdict {
  const isAllowed = standing === 'administrator' || standing === 'internal';
  return isAllowed ? allow : refuseRight('right.missing', { action: 'user.administer' });
}

function checkRank({ standing }: Author, other: Standing): Verdict {
  return standing !== null && ranks[standing] >= ranks[other] ? allow : refuseRight('user.profile-above');
}

/**
 * An administrator may touch a person's identity (names, e-mail, sessions, self-reset) only while the person has to do
 * with his company alone: is in no other one, and has no account in which he receives or reads documents (decided.md,
 * People). Otherwise he only ends the membership, and the person or staff do the rest.
 */
export function checkIdentity(author: Author, isElsewhere: boolean): Verdict {
  return isElsewhere && author.standing !== 'internal' ? refuseState('user.in-other-companies') : allow;
}

/** The company keeps an active administrator when this one goes or steps down (UM-06, check 17). */
export function checkStaysAdministered(member: Member, otherActiveAdministrators: number): Verdict {
  const isLast = isActiveAdministrator(member) && otherActiveAdministrators === 0;
  return isLast ? refuseState('user.last-administrator') : allow;
}

/** Nobody else would receive the documents of an account that hangs on him (WF-04, IP-06): its issuer replaces him first. */
export function checkNoMainContact(isMainContact: boolean): Verdict {
  return isMainContact ? refuseState('user.main-contact') : allow;
}

/** A deactivated member has no profile to change and nothing to suspend: he must be reactivated first (UM-19). */
export function checkNotDeactivated({ deactivatedAt }: Member): Verdict {
  return deactivatedAt === null ? allow : refuseState('user.deactivated');
}

/** Who may be sent an invitation: not in yet, and nobody whose links are dead as long as he is out (UM-19, UM-21). */
export function checkInvitable(member: Member): Verdict {
  return firstRefusal(
    checkNotDeactivated(member),
    member.suspendedAt === null ? allow : refuseState('user.suspended'),
    member.acceptedAt === null ? allow : refuseState('invitation.accepted'),
  );
}

export function checkReactivate({ deactivatedAt }: Member): Verdict {
  return deactivatedAt === null ? refuseState('user.not-deactivated') : allow;
}

/** Staff may suspend anybody at once, a sole administrator too (decided.md, People). */
export function checkSuspend(member: Member): Verdict {
  const again = member.suspendedAt === null ? allow : refuseState('user.suspended');
  return firstRefusal(checkNotDeactivated(member), again);
}

export function checkRelease({ suspendedAt }: Member): Verdict {
  return suspendedAt === null ? refuseState('user.not-suspended') : allow;
}

/** Who saw an older version of the person must look again. */
export function checkUserVersion(version: number, seen: number): Verdict {
  return version === seen ? allow : refuseState('user.version-stale', { version });
}

/** A username in the form of an address is the person's own, or it would answer to somebody else's log-in. */
export function checkUsername(username: string, email: string): Verdict {
  const isForeign = username.includes('@') && !isSameMailbox(username, email);
  return isForeign ? refuseValue('user.username-is-address', { field: 'username' }) : allow;
}

/** a business portal never deletes, it deactivates; another brand may delete what is deactivated. */
export function checkRemove(member: Member, removal: 'deactivate' | 'delete'): Verdict {
  return firstRefusal(
    removal === 'delete' ? allow : refuseState('user.removal-not-offered'),
    checkReactivate(member),
  );
}

/** How a member stands, for lists and screens (UM-12). */
export const memberStates = ['invited', 'active', 'suspended', 'deactivated'] as const;
export type MemberState = (typeof memberStates)[number];

export function memberStateOf({ acceptedAt, deactivatedAt, suspendedAt }: Member): MemberState {
  if (deactivatedAt !== null) return 'deactivated';
  if (suspendedAt !== null) return 'suspended';
  return acceptedAt === null ? 'invited' : 'active';
}

/** What is shown of a person, made of both names. */
export function fullName(firstName: string, lastName: string): string {
  return `${firstName} ${lastName}`;
}
