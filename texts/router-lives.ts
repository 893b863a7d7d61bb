/** What operations staff read in the Temporal UI about routers: on their way into the directory, and what clients gave them. */
import type { RouterGrant, RouterGrantAct, RouterGrantOutcome } from '../domain/router-grant.ts';
import type { OnboardingAct, OnboardingOutcome, RouterOnboarding } from '../domain/router-onboarding.ts';
import { exactTime } from './formats.ts';

/** The one line in the list of workflows; nothing personal. */
export function onboardingSummary({ id }: Pick<RouterOnboarding, 'id'>): string {
  return `Router that a client asked for (${id.slice(-12)})`;
}

export function onboardingDetails({ terms }: RouterOnboarding): string {
  const { vettingHours, confirmationDays, version } = terms;
  return `${String(vettingHours)} opening hours to vet it, ${String(confirmationDays)} days for the router to confirm, by policy version ${String(version)}.`;
}

const onboardingActs: Readonly<Record<OnboardingAct['kind'], string>> = {
  overdue: 'End of the opening hours to vet it',
  remind: 'Reminder to the router',
  lapse: 'End of the wait for the router',
};

export function onboardingActName(kind: OnboardingAct['kind']): string {
  return onboardingActs[kind];
}

const onboardingOutcomes: Readonly<Record<OnboardingOutcome, string>> = {
  ready: 'Listed and confirmed by the router',
  declined: 'Declined by staff',
  withdrawn: 'Withdrawn by the client',
  lapsed: 'Nobody at the router confirmed in time',
};

/** `Waiting for staff until …; then it is overdue.` */
export function onboardingStanding(onboarding: RouterOnboarding, next: OnboardingAct | null): string {
  const { closed, listedAt, dueAt, accountAt, endsAt, terms } = onboarding;
  const at = (instant: string) => exactTime(instant, terms.zone, 'en');
  if (closed) return `${onboardingOutcomes[closed.outcome]}: ${at(closed.at)}.`;
  if (listedAt === null || endsAt === null)
    return next === null
      ? `Overdue: staff were to answer until ${at(dueAt)}.`
      : `Waiting for staff until ${at(dueAt)}; then it is overdue.`;
  const what = accountAt === null ? 'the router to register' : 'an administrator of the router to confirm';
  const reminder = next?.kind === 'remind' ? ` A reminder is sent ${at(next.at)}.` : '';
  return `Listed; waiting for ${what} until ${at(endsAt)}; then it lapses and the client is told.${reminder}`;
}

export function routerGrantSummary({ id }: Pick<RouterGrant, 'id'>): string {
  return `Rights given to a router (${id.slice(-12)})`;
}

export function routerGrantDetails({ terms }: RouterGrant): string {
  const { unusedDays, version } = terms;
  return `Ends after ${String(unusedDays)} days if nobody at the router hands it on, by policy version ${String(version)}.`;
}

const grantActs: Readonly<Record<RouterGrantAct['kind'], string>> = {
  remind: 'Reminder to the administrators of the router',
  lapse: 'End of a grant that nobody picked up',
};

export function routerGrantActName(kind: RouterGrantAct['kind']): string {
  return grantActs[kind];
}

const grantOutcomes: Readonly<Record<RouterGrantOutcome, string>> = {
  revoked: 'Taken back by the client',
  lapsed: 'Nobody at the router handed it on in time',
};

/** `Granted and of use to nobody until it is handed on; ends …` */
export function routerGrantStanding(grant: RouterGrant, next: RouterGrantAct | null): string {
  const { closed, workingSince, unattendedAt, endsAt, terms } = grant;
  const at = (instant: string) => exactTime(instant, terms.zone, 'en');
  if (closed) return `${grantOutcomes[closed.outcome]}: ${at(closed.at)}.`;
  if (workingSince !== null) return `Handed on; people of the router work with it since ${at(workingSince)}.`;
  const nobody = unattendedAt === null ? '' : ' Nobody administers the router; the client knows.';
  const reminder = next?.kind === 'remind' ? ` A reminder is sent ${at(next.at)}.` : '';
  return `Granted, and of use to nobody until it is handed on; ends ${at(endsAt)}.${reminder}${nobody}`;
}
