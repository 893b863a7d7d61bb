/**
 * What a client gave a router on one account (WF-06; RT-04): of use to nobody until one of the router's administrators hands it
 * on; he is reminded, and a grant that nobody picks up ends. While somebody works with it, it waits for nothing.
 */
import type { Instant, Zone } from './calendar.ts';
import { endOfDaysAfter } from './calendar.ts';
import type { NextAct } from './next-act.ts';
import type { PeoplePolicy } from './people-policy.ts';
import type { Administration } from './router.ts';

export interface RouterGrantTerms {
  readonly version: number;
  readonly zone: Zone;
  readonly messageSeconds: number;
  readonly reminderDays: readonly number[];
  readonly unusedDays: number;
}

export type RouterGrantOutcome = 'revoked' | 'lapsed';

export interface RouterGrant {
  readonly id: string;
  readonly brand: string;
  /** The client. */
  readonly companyId: string;
  readonly accountId: string;
  readonly routerId: string;
  readonly terms: RouterGrantTerms;
  readonly version: number;
  /** Since when it waits to be handed on, and when it ends if nobody does. */
  readonly waitsSince: Instant;
  readonly endsAt: Instant;
  readonly reminders: number;
  /** When the administrators of the router were told of it. */
  readonly announcedAt: Instant | null;
  readonly workingSince: Instant | null;
  /** Since when the client knows that nobody administers the router. */
  readonly unattendedAt: Instant | null;
  readonly closed: { readonly outcome: RouterGrantOutcome; readonly at: Instant } | null;
}

export type RouterGrantAct = NextAct<'remind' | 'lapse'>;

/** What the rows around say. */
export interface RouterGrantFacts {
  /** Whether the router still holds anything on the account. */
  readonly isHeld: boolean;
  readonly administration: Administration;
  readonly hasAccount: boolean;
  /** People of the router who hold anything on the account. */
  readonly workers: number;
}

export type RouterGrantMail =
  | 'router-granted'
  | 'router-grant-reminder'
  | 'router-grant-changed'
  | 'router-grant-working'
  | 'router-grant-lapsed'
  | 'router-grant-lapsed-router'
  | 'router-unattended';

/** The row as it goes on, and the mails it owes for that. */
export interface FollowedGrant {
  readonly grant: RouterGrant;
  readonly mails: readonly RouterGrantMail[];
}

/** The numbers that a grant is bound to, out of the policy in force. */
export function routerGrantTerms({ version, zone, messageSeconds, routers }: PeoplePolicy): RouterGrantTerms {
  const { grantReminderDays: reminderDays, unusedDays } = routers;
  return { version, zone, messageSeconds, reminderDays, unusedDays };
}

/** A grant that begins to wait now. */
export function waitingFrom(at: Instant, { unusedDays, zone }: RouterGrantTerms) {
  return { waitsSince: at, endsAt: endOfDaysAfter(at, unusedDays, zone), reminders: 0, workingSince: null };
}

/** What happens by itself if nobody does anything; null while somebody works with it. */
export function planForRouterGrant(grant: RouterGrant): RouterGrantAct | null {
  const { closed, workingSince, waitsSince, reminders, endsAt, terms } = grant;
  if (closed !== null || workingSince !== null) return null;
  const days = terms.reminderDays[reminders];
  const remindAt = days === undefined ? endsAt : endOfDaysAfter(waitsSince, days, terms.zone);
  return remindAt < endsAt ? { kind: 'remind', at: remindAt } : { kind: 'lapse', at: endsAt };
}

/** The row as its surroundings have moved: the same object when they have not. */
export function followRouterGrant(grant: RouterGrant, facts: RouterGrantFacts, at: Instant): FollowedGrant {
  if (grant.closed) return { grant, mails: [] };
  if (!facts.isHeld) return { grant: close(grant, 'revoked', at), mails: [] };
  const { administration, workers } = facts;
  const mails: RouterGrantMail[] = [];
  let after = grant;
  if (grant.announcedAt === null && administration === 'active') {
    after = { ...after, announcedAt: at };
    mails.push('router-granted');
  }
  if (grant.workingSince === null && workers > 0) {
    after = { ...after, workingSince: at };
    mails.push('router-grant-working');
  }
  // Whom it was handed on to is gone: it waits anew, for as long as at first.
  if (grant.workingSince !== null && workers === 0) after = { ...after, ...waitingFrom(at, grant.terms) };
  const isUnattended = facts.hasAccount && administration === 'none';
  if (isUnattended && grant.unattendedAt === null) {
    after = { ...after, unattendedAt: at };
    mails.push('router-unattended');
  }
  if (!isUnattended && grant.unattendedAt !== null) after = { ...after, unattendedAt: null };
  return after === grant ? { grant, mails } : { grant: next(after), mails };
}

/** The row after an act that fell due. Nobody is reminded where nobody could act. */
export function carryOutRouterGrant(
  grant: RouterGrant,
  kind: RouterGrantAct['kind'],
  { administration }: RouterGrantFacts,
  at: Instant,
): FollowedGrant {
  const isThere = administration === 'active';
  if (kind === 'remind')
    return {
      grant: { ...next(grant), reminders: grant.reminders + 1 },
      mails: isThere ? ['router-grant-reminder'] : [],
    };
  return {
    grant: close(grant, 'lapsed', at),
    mails: isThere ? ['router-grant-lapsed', 'router-grant-lapsed-router'] : ['router-grant-lapsed'],
  };
}

export const routerGrantStages = ['waiting', 'unattended', 'working', 'revoked', 'lapsed'] as const;
export type RouterGrantStage = (typeof routerGrantStages)[number];

export function routerGrantStage({ closed, workingSince, unattendedAt }: RouterGrant): RouterGrantStage {
  if (closed) return closed.outcome;
  if (unattendedAt !== null) return 'unattended';
  return workingSince === null ? 'waiting' : 'working';
}

function next(grant: RouterGrant): RouterGrant {
  return { ...grant, version: grant.version + 1 };
}

function close(grant: RouterGrant, outcome: RouterGrantOutcome, at: Instant): RouterGrant {
  return { ...next(grant), closed: { outcome, at } };
}
