/**
 * A router that is missing from the directory (WF-06; RT-03): a client asks, staff vet within opening hours, it is listed, and
 * one of its administrators confirms. A router without an account is invited to register, and its grants wait.
 */
import type { Instant, Zone } from './calendar.ts';
import { endOfDaysAfter } from './calendar.ts';
import type { NextAct } from './next-act.ts';
import type { PeoplePolicy } from './people-policy.ts';
import type { Administration } from './router.ts';
import type { Verdict } from './verdict.ts';
import { allow, firstRefusal, refuseState } from './verdict.ts';

export interface OnboardingTerms {
  readonly version: number;
  readonly zone: Zone;
  readonly messageSeconds: number;
  readonly vettingHours: number;
  readonly confirmationReminderDays: readonly number[];
  readonly confirmationDays: number;
}

export type OnboardingOutcome = 'ready' | 'declined' | 'withdrawn' | 'lapsed';

export interface RouterOnboarding {
  readonly id: string;
  readonly brand: string;
  /** The client that asked. */
  readonly companyId: string;
  readonly terms: OnboardingTerms;
  readonly version: number;
  readonly askedAt: Instant;
  /** Until when staff answer, and when they had not by then. */
  readonly dueAt: Instant;
  readonly overdueAt: Instant | null;
  readonly routerId: string | null;
  readonly listedAt: Instant | null;
  /** Since when the router has an account, and since when its administrators are asked to confirm. */
  readonly accountAt: Instant | null;
  readonly confirmAskedAt: Instant | null;
  readonly reminders: number;
  readonly endsAt: Instant | null;
  readonly closed: { readonly outcome: OnboardingOutcome; readonly at: Instant } | null;
}

export type OnboardingAct = NextAct<'overdue' | 'remind' | 'lapse'>;

/** What the entry in the directory says by now. */
export interface ListedFacts {
  readonly hasAccount: boolean;
  readonly administration: Administration;
  readonly isConfirmed: boolean;
}

export type OnboardingMail =
  | 'router-listed'
  | 'router-invited'
  | 'router-invited-again'
  | 'router-confirm'
  | 'router-confirm-reminder'
  | 'router-ready'
  | 'router-declined'
  | 'router-lapsed';

/** The row as it goes on, and the mails it owes for that. */
export interface Onboarded {
  readonly onboarding: RouterOnboarding;
  readonly mails: readonly OnboardingMail[];
}

/** The numbers that an onboarding is bound to, out of the policy in force. */
export function onboardingTerms({ version, zone, messageSeconds, routers }: PeoplePolicy): OnboardingTerms {
  const { vettingHours, confirmationReminderDays, confirmationDays } = routers;
  return { version, zone, messageSeconds, vettingHours, confirmationReminderDays, confirmationDays };
}

/** What happens by itself if nobody does anything more; null while staff are late. */
export function planForOnboarding(onboarding: RouterOnboarding): OnboardingAct | null {
  const { closed, listedAt, overdueAt, dueAt, endsAt, reminders, terms } = onboarding;
  if (closed) return null;
  if (listedAt === null || endsAt === null) return overdueAt === null ? { kind: 'overdue', at: dueAt } : null;
  const days = terms.confirmationReminderDays[reminders];
  const remindAt = days === undefined ? endsAt : endOfDaysAfter(listedAt, days, terms.zone);
  return remindAt < endsAt ? { kind: 'remind', at: remindAt } : { kind: 'lapse', at: endsAt };
}

/** Only before staff have answered. Refuses `router-onboarding.over`, `router-onboarding.listed`. */
function checkVet({ closed, listedAt }: RouterOnboarding): Verdict {
  return firstRefusal(
    closed === null ? allow : refuseState('router-onboarding.over'),
    listedAt === null ? allow : refuseState('router-onboarding.listed'),
  );
}

/** Refuses `router-onboarding.over`, `router-onboarding.not-listed`, `router-onboarding.no-account`. */
function checkConfirm({ closed, listedAt, accountAt }: RouterOnboarding): Verdict {
  return firstRefusal(
    closed === null ? allow : refuseState('router-onboarding.over'),
    listedAt === null ? refuseState('router-onboarding.not-listed') : allow,
    accountAt === null ? refuseState('router-onboarding.no-account') : allow,
  );
}

/** Staff found it in order: it stands in the directory, and its administrators have so many days to confirm. */
export function list(
  onboarding: RouterOnboarding,
  routerId: string,
  facts: ListedFacts,
  at: Instant,
): Onboarded {
  const { confirmationDays, zone } = onboarding.terms;
  const endsAt = endOfDaysAfter(at, confirmationDays, zone);
  const listed = { ...next(onboarding), routerId, listedAt: at, endsAt };
  const mails: OnboardingMail[] = facts.hasAccount ? ['router-listed'] : ['router-listed', 'router-invited'];
  const followed = followListed(listed, facts, at);
  return { onboarding: followed.onboarding, mails: [...mails, ...followed.mails] };
}

/** The row as its entry has moved: the same object when it has not. */
export function followListed(onboarding: RouterOnboarding, facts: ListedFacts, at: Instant): Onboarded {
  const { closed, listedAt, accountAt, confirmAskedAt } = onboarding;
  if (closed !== null || listedAt === null) return { onboarding, mails: [] };
  if (facts.isConfirmed) return { onboarding: close(onboarding, 'ready', at), mails: ['router-ready'] };
  // Its company was undone: it is invited to register again.
  if (!facts.hasAccount && accountAt !== null)
    return { onboarding: { ...next(onboarding), accountAt: null, confirmAskedAt: null }, mails: [] };
  const isNewAccount = facts.hasAccount && accountAt === null;
  const isAsked = facts.administration === 'active' && confirmAskedAt === null;
  if (!isNewAccount && !isAsked) return { onboarding, mails: [] };
  return {
    onboarding: {
      ...next(onboarding),
      accountAt: isNewAccount ? at : accountAt,
      confirmAskedAt: isAsked ? at : confirmAskedAt,
    },
    mails: isAsked ? ['router-confirm'] : [],
  };
}

/** The row after an act that fell due. */
export function carryOutOnboarding(
  onboarding: RouterOnboarding,
  kind: OnboardingAct['kind'],
  at: Instant,
): Onboarded {
  if (kind === 'overdue') return { onboarding: { ...next(onboarding), overdueAt: at }, mails: [] };
  if (kind === 'lapse') return { onboarding: close(onboarding, 'lapsed', at), mails: ['router-lapsed'] };
  const { accountAt, confirmAskedAt, reminders } = onboarding;
  const asked = confirmAskedAt === null ? [] : (['router-confirm-reminder'] as const);
  return {
    onboarding: { ...next(onboarding), reminders: reminders + 1 },
    mails: accountAt === null ? ['router-invited-again'] : asked,
  };
}

/** What people ask of an onboarding, each with its check and the event it leaves. */
export const onboardingCommands = {
  approve: { check: checkVet, event: 'listed' },
  decline: { check: checkVet, event: 'declined' },
  withdraw: { check: checkVet, event: 'withdrawn' },
  confirm: { check: checkConfirm, event: 'confirmed' },
} as const;
export type OnboardingCommandName = keyof typeof onboardingCommands;

/** How it stands: with staff, waiting for the router's registration, for its confirmation, or over. */
export const onboardingStages = [
  'vetting',
  'overdue',
  'registration',
  'confirmation',
  'ready',
  'declined',
  'withdrawn',
  'lapsed',
] as const;
export type OnboardingStage = (typeof onboardingStages)[number];

export function onboardingStage(onboarding: RouterOnboarding): OnboardingStage {
  const { closed, listedAt, overdueAt, accountAt } = onboarding;
  if (closed) return closed.outcome;
  if (listedAt === null) return overdueAt === null ? 'vetting' : 'overdue';
  return accountAt === null ? 'registration' : 'confirmation';
}

export function close(
  onboarding: RouterOnboarding,
  outcome: OnboardingOutcome,
  at: Instant,
): RouterOnboarding {
  return { ...next(onboarding), closed: { outcome, at } };
}

function next(onboarding: RouterOnboarding): RouterOnboarding {
  return { ...onboarding, version: onboarding.version + 1 };
}
