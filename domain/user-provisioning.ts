/**
 * A user on his way in (WF-02; UM-13, UM-14, UM-21): invited by a link that works once and for 72 hours, or, being a
 * person already, by an invitation he accepts while logged in. It ends when he has logged in and has a right, or when
 * the administrator was told that he has none.
 */
import type { Instant, Zone } from './calendar.ts';
import { endOfDaysAfter, hours, plusMilliseconds } from './calendar.ts';
import type { NextAct } from './next-act.ts';
import { linkDead } from './one-time-link.ts';
import type { PeoplePolicy } from './people-policy.ts';
import type { Verdict } from './verdict.ts';
import { allow, firstRefusal, refuseState } from './verdict.ts';

/** `user`: a new username with a link; `membership`: a further company of a person who may exist. */
export const provisioningKinds = ['user', 'membership'] as const;
export type ProvisioningKind = (typeof provisioningKinds)[number];

export interface ProvisioningTerms {
  readonly version: number;
  readonly zone: Zone;
  readonly messageSeconds: number;
  readonly invitationHours: number;
  readonly reminderHours: number;
  readonly noRightsDays: number;
}

export type ProvisioningOutcome = 'active' | 'expired' | 'deactivated';

export interface UserProvisioning {
  readonly id: string;
  readonly brand: string;
  readonly companyId: string;
  readonly kind: ProvisioningKind;
  readonly terms: ProvisioningTerms;
  readonly version: number;
  /** When the invitation that counts was sent, and until when it works. */
  readonly invitedAt: Instant;
  readonly endsAt: Instant;
  readonly remindedAt: Instant | null;
  readonly acceptedAt: Instant | null;
  readonly firstLogInAt: Instant | null;
  /** When the administrator hears that the user still has no right. */
  readonly noRightsAt: Instant | null;
  readonly closed: { readonly outcome: ProvisioningOutcome; readonly at: Instant } | null;
}

export type ProvisioningAct = NextAct<'remind' | 'expire' | 'tell-no-rights'>;

/** What the rows around say: of the membership and of what it was granted. */
export interface MembershipFacts {
  readonly isOver: boolean;
  readonly firstLogInAt: Instant | null;
  readonly hasRights: boolean;
}

/** The numbers that an invitation is bound to, out of the policy in force. */
export function provisioningTerms({ version, zone, messageSeconds, links, invitations }: PeoplePolicy) {
  const { reminderHours, noRightsDays } = invitations;
  const { invitationHours } = links;
  return { version, zone, messageSeconds, invitationHours, reminderHours, noRightsDays };
}

/** An invitation that begins now. */
export function invitationFrom(at: Instant, terms: ProvisioningTerms) {
  return { invitedAt: at, endsAt: plusMilliseconds(at, hours(terms.invitationHours)), remindedAt: null };
}

/** What happens by itself if nobody does anything more; null while only the user can move it. */
export function planForProvisioning(provisioning: UserProvisioning): ProvisioningAct | null {
  const { closed, acceptedAt, remindedAt, invitedAt, endsAt, noRightsAt, terms } = provisioning;
  if (closed) return null;
  if (acceptedAt !== null) return noRightsAt === null ? null : { kind: 'tell-no-rights', at: noRightsAt };
  const remindAt = plusMilliseconds(invitedAt, hours(terms.reminderHours));
  return remindedAt === null && remindAt < endsAt
    ? { kind: 'remind', at: remindAt }
    : { kind: 'expire', at: endsAt };
}

/** The last instant still counts. A dead link gets the one answer of all dead links (check 35). */
export function checkAcceptance(provisioning: UserProvisioning, at: Instant): Verdict {
  const isOpen = provisioning.closed === null && provisioning.acceptedAt === null;
  if (isOpen && at <= provisioning.endsAt) return allow;
  return provisioning.kind === 'user' ? linkDead : refuseState('invitation.over');
}

/** An invitation is sent again while nobody has accepted it; one that expired begins anew with a row of its own. */
export function checkResend(provisioning: UserProvisioning): Verdict {
  return firstRefusal(
    provisioning.acceptedAt === null ? allow : refuseState('invitation.accepted'),
    provisioning.closed === null ? allow : refuseState('invitation.over'),
  );
}

/** A new link with a new end; the reminder comes again too. */
export function resend(provisioning: UserProvisioning, at: Instant): UserProvisioning {
  return { ...next(provisioning), ...invitationFrom(at, provisioning.terms) };
}

/** A person who was logged in when he accepted needs no first log-in. */
export function accept(provisioning: UserProvisioning, hasRights: boolean, at: Instant): UserProvisioning {
  const accepted = { ...next(provisioning), acceptedAt: at };
  return provisioning.kind === 'membership' ? logIn(accepted, hasRights, at, at) : accepted;
}

/** Withdrawn by the inviting company before anybody accepted. */
export function withdraw(provisioning: UserProvisioning, at: Instant): UserProvisioning {
  return close(provisioning, 'deactivated', at);
}

/** The row as the membership around it has moved: the same object when it has not. */
export function followMembership(
  provisioning: UserProvisioning,
  { isOver, firstLogInAt, hasRights }: MembershipFacts,
  at: Instant,
): UserProvisioning {
  if (provisioning.closed) return provisioning;
  if (isOver) return close(provisioning, 'deactivated', at);
  if (provisioning.acceptedAt === null || firstLogInAt === null) return provisioning;
  if (provisioning.firstLogInAt === null) return logIn(next(provisioning), hasRights, firstLogInAt, at);
  return hasRights ? close(provisioning, 'active', at) : provisioning;
}

function logIn(
  provisioning: UserProvisioning,
  hasRights: boolean,
  firstLogInAt: Instant,
  at: Instant,
): UserProvisioning {
  const { zone, noRightsDays } = provisioning.terms;
  const noRightsAt = hasRights ? null : endOfDaysAfter(firstLogInAt, noRightsDays, zone);
  const closed = hasRights ? ({ outcome: 'active', at } as const) : null;
  return { ...provisioning, firstLogInAt, noRightsAt, closed };
}

/** The row after an act that fell due. */
export function carryOutProvisioning(
  provisioning: UserProvisioning,
  kind: ProvisioningAct['kind'],
  at: Instant,
): UserProvisioning {
  if (kind === 'remind') return { ...next(provisioning), remindedAt: at };
  return close(provisioning, kind === 'expire' ? 'expired' : 'active', at);
}

/** What people may ask of an invitation, each with its check and the event it leaves. */
export const provisioningCommands = {
  accept: { check: checkAcceptance, event: 'accepted' },
  resend: { check: checkResend, event: 'resent' },
  withdraw: { check: checkResend, event: 'withdrawn' },
} as const;
export type ProvisioningCommandName = keyof typeof provisioningCommands;

/** How an invitation stands; `expired` as soon as its last instant is over. */
export const provisioningStages = [
  'invited',
  'accepted',
  'no-rights',
  'active',
  'expired',
  'deactivated',
] as const;
export type ProvisioningStage = (typeof provisioningStages)[number];

export function provisioningStage({ closed, acceptedAt, firstLogInAt }: UserProvisioning): ProvisioningStage {
  if (closed) return closed.outcome;
  if (acceptedAt === null) return 'invited';
  return firstLogInAt === null ? 'accepted' : 'no-rights';
}

function next(provisioning: UserProvisioning): UserProvisioning {
  return { ...provisioning, version: provisioning.version + 1 };
}

function close(provisioning: UserProvisioning, outcome: ProvisioningOutcome, at: Instant): UserProvisioning {
  return { ...next(provisioning), closed: { outcome, at } };
}
