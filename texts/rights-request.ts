/** What operations staff read in the Temporal UI about requests for rights; nothing personal. */
import type { RightsRequest, RightsRequestAct, RightsRequestOutcome } from '../domain/rights-request.ts';
import { questionClosesAt, rightsRequestStage } from '../domain/rights-request.ts';
import { exactTime } from './formats.ts';

/** The one line in the list of workflows. */
export function rightsRequestSummary({ id, isAdministrators }: RightsRequest): string {
  return `Rights asked for by ${isAdministrators ? 'an administrator' : 'a user'} (${id.slice(-12)})`;
}

export function rightsRequestDetails({ terms }: RightsRequest): string {
  const { inHouseDays, staffHours, autoCloseDays, version } = terms;
  return `Administrators have ${String(inHouseDays)} days, staff ${String(staffHours)} opening hours; a question is answered within ${String(autoCloseDays)} days, by policy version ${String(version)}.`;
}

const actNames: Readonly<Record<RightsRequestAct['kind'], string>> = {
  lapse: 'End of the time in which administrators answer',
  'report-overdue': 'End of the time in which staff answer',
  remind: 'Reminder to answer a question',
  'auto-close': 'End of the time to answer a question',
};

export function rightsRequestActName(kind: RightsRequestAct['kind']): string {
  return actNames[kind];
}

const outcomes: Readonly<Record<RightsRequestOutcome, string>> = {
  granted: 'Granted',
  partly: 'Granted in part',
  rejected: 'Rejected',
  lapsed: 'Lapsed',
  withdrawn: 'Withdrawn by the one who asked',
};

/** `With staff since …, to be answered until ….` */
export function rightsRequestStanding(request: RightsRequest, next: RightsRequestAct | null): string {
  const { closed, since, dueAt, question, terms } = request;
  const at = (instant: string) => exactTime(instant, terms.zone, 'en');
  if (closed) return `${outcomes[closed.outcome]}: ${at(closed.at)}.`;
  switch (rightsRequestStage(request)) {
    case 'question': {
      const askedAt = question?.at ?? since;
      const reminder = next?.kind === 'remind' ? `a reminder is sent ${at(next.at)} and ` : '';
      return `Asked something ${at(askedAt)}; without an answer ${reminder}the request is closed ${at(questionClosesAt(askedAt, terms))}.`;
    }
    case 'in-house':
      return `Waiting for the administrators of the company until ${at(dueAt)}; then it lapses.`;
    case 'granting':
      return `Opened by staff; waiting for an administrator to grant it on until ${at(dueAt)}; then it lapses.`;
    case 'overdue':
      return `OVERDUE: with staff since ${at(since)}, was to be answered until ${at(dueAt)}.`;
    default:
      return `With staff since ${at(since)}; to be answered until ${at(dueAt)}; then it is overdue.`;
  }
}
