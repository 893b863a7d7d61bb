/**
 * Somebody asks for a right that is greyed for him (WF-05, UM-15): a user first in-house, of his administrators; what none of
 * them holds, of staff, who answer within so many opening hours (decided.md, Rights). A case that nobody answers in-house
 * lapses, one whose asker answers no question is closed; one that staff have is overdue and stays.
 */
import type { Instant, Zone } from './calendar.ts';
import { endOfDaysAfter } from './calendar.ts';
import type { NextAct } from './next-act.ts';
import type { PeoplePolicy } from './people-policy.ts';
import type { Verdict } from './verdict.ts';
import { allow, firstRefusal, refuseRight, refuseState, refuseValue } from './verdict.ts';

/** The numbers of the policy that a case is bound to. */
export interface RightsRequestTerms {
  readonly version: number;
  readonly zone: Zone;
  readonly messageSeconds: number;
  readonly inHouseDays: number;
  readonly staffHours: number;
  readonly answerDays: number;
  readonly autoCloseDays: number;
}

export const rightsRequestOutcomes = ['granted', 'partly', 'rejected', 'lapsed', 'withdrawn'] as const;
export type RightsRequestOutcome = (typeof rightsRequestOutcomes)[number];

/** Who has it to answer. */
export type Desk = 'in-house' | 'staff';

export interface RightsRequest {
  readonly id: string;
  readonly brand: string;
  readonly companyId: string;
  /** Who asks. */
  readonly userId: string;
  /** Asked by somebody who administered the company when he asked. */
  readonly isAdministrators: boolean;
  readonly terms: RightsRequestTerms;
  readonly version: number;
  readonly askedAt: Instant;
  readonly desk: Desk;
  readonly since: Instant;
  /** In-house: when it lapses. With staff: until when they answer. */
  readonly dueAt: Instant;
  readonly overdueAt: Instant | null;
  /** The asker has to answer first; the clock of the desk stands still. */
  readonly question: { readonly at: Instant; readonly remindedAt: Instant | null } | null;
  /** Staff have opened it; an administrator grants it on. */
  readonly widenedAt: Instant | null;
  /** Whether some of what was asked for was given, or refused, by now. */
  readonly hasGiven: boolean;
  readonly hasRefused: boolean;
  readonly closed: { readonly outcome: RightsRequestOutcome; readonly at: Instant } | null;
}

export type RightsRequestAct = NextAct<'lapse' | 'report-overdue' | 'remind' | 'auto-close'>;

export const rightsRequestStages = [
  'in-house',
  'granting',
  'staff',
  'overdue',
  'question',
  ...rightsRequestOutcomes,
] as const;
/** `granting`: opened by staff, to be granted on by an administrator; `question`: the asker has to answer. */
export type RightsRequestStage = (typeof rightsRequestStages)[number];

export function rightsRequestTerms(policy: PeoplePolicy): RightsRequestTerms {
  const { version, zone, messageSeconds, rightsRequests } = policy;
  return { version, zone, messageSeconds, ...rightsRequests };
}

export function rightsRequestStage(request: RightsRequest): RightsRequestStage {
  const { closed, question, desk, overdueAt, widenedAt } = request;
  if (closed) return closed.outcome;
  if (question !== null) return 'question';
  if (desk === 'in-house') return widenedAt === null ? 'in-house' : 'granting';
  return overdueAt === null ? 'staff' : 'overdue';
}

/** When a question that nobody answers closes the request. */
export function questionClosesAt(askedAt: Instant, { autoCloseDays, zone }: RightsRequestTerms): Instant {
  return endOfDaysAfter(askedAt, autoCloseDays, zone);
}

/** What happens by itself if nobody does anything more; null while only staff can move it. */
export function planForRightsRequest(request: RightsRequest): RightsRequestAct | null {
  const { closed, question, desk, dueAt, overdueAt, terms } = request;
  if (closed) return null;
  if (question !== null) {
    const closesAt = questionClosesAt(question.at, terms);
    const remindAt = endOfDaysAfter(question.at, terms.answerDays, terms.zone);
    return question.remindedAt === null && remindAt < closesAt
      ? { kind: 'remind', at: remindAt }
      : { kind: 'auto-close', at: closesAt };
  }
  if (desk === 'in-house') return { kind: 'lapse', at: dueAt };
  return overdueAt === null ? { kind: 'report-overdue', at: dueAt } : null;
}

/** The row after an act that fell due. */
export function carryOutRightsRequest(
  request: RightsRequest,
  kind: RightsRequestAct['kind'],
  at: Instant,
): RightsRequest {
  switch (kind) {
    case 'remind':
      return { ...next(request), question: request.question && { ...request.question, remindedAt: at } };
    case 'report-overdue':
      return { ...next(request), overdueAt: at };
    case 'lapse':
    case 'auto-close':
      return closeRequest(request, 'lapsed', at);
  }
}

/** When administrators who do not answer have let it lapse. */
export function inHouseEnd(since: Instant, { inHouseDays, zone }: RightsRequestTerms): Instant {
  return endOfDaysAfter(since, inHouseDays, zone);
}

/** On a desk, its clock beginning now: until `dueAt`. */
export function putOnDesk(request: RightsRequest, desk: Desk, dueAt: Instant, at: Instant): RightsRequest {
  return { ...next(request), desk, since: at, dueAt, overdueAt: null, question: null };
}

export function ask(request: RightsRequest, at: Instant): RightsRequest {
  return { ...next(request), question: { at, remindedAt: null } };
}

/** Some of it was given, or refused, and the rest stays open. */
export function decidePart(
  request: RightsRequest,
  part: { readonly hasGiven?: true; readonly hasRefused?: true },
): RightsRequest {
  return { ...next(request), ...part, question: null };
}

/** Whatever ends it: what was given is given, so that it ends as `partly` unless nothing else was left. */
export function closeRequest(
  request: RightsRequest,
  outcome: RightsRequestOutcome,
  at: Instant,
): RightsRequest {
  const { hasGiven, hasRefused } = request;
  const isPartly = outcome === 'granted' ? hasRefused : hasGiven;
  return { ...next(request), question: null, closed: { outcome: isPartly ? 'partly' : outcome, at } };
}

/** Who does something about a case, as its checks need to know him. */
export interface RequestActor {
  readonly type: 'user' | 'site' | 'staff' | 'issuer' | 'system';
  readonly id: string;
}

type Check = (request: RightsRequest, actor: RequestActor) => Verdict;

/** Whoever has it on his desk, and nobody else. */
const checkDesk: Check = ({ closed, desk }, { type }) => {
  if (closed) return refuseState('rights-request.closed', { outcome: closed.outcome });
  if (desk === 'in-house') return type === 'user' ? allow : refuseState('rights-request.in-house');
  return type === 'staff' ? allow : refuseState('rights-request.with-staff');
};

const checkAsker: Check = ({ closed, userId }, { id }) =>
  firstRefusal(
    id === userId ? allow : refuseRight('right.missing', { action: 'rights-request.withdraw' }),
    closed === null ? allow : refuseState('rights-request.closed', { outcome: closed.outcome }),
  );

/** One question at a time. */
const checkAsk: Check = (request, actor) =>
  firstRefusal(
    checkDesk(request, actor),
    request.question === null ? allow : refuseState('rights-request.question-open'),
  );

const checkAnswer: Check = (request, actor) =>
  firstRefusal(
    checkAsker(request, actor),
    request.question === null ? refuseState('rights-request.no-question') : allow,
  );

/** What people may ask of a case, each with its check. */
export const rightsRequestCommands = {
  approve: checkDesk,
  reject: checkDesk,
  ask: checkAsk,
  answer: checkAnswer,
  withdraw: checkAsker,
} as const satisfies Record<string, Check>;
export type RightsRequestCommandName = keyof typeof rightsRequestCommands;

function next(request: RightsRequest): RightsRequest {
  return { ...request, version: request.version + 1 };
}

/** Whom somebody names is never passed over: only staff, for the request of a user, choose who grants it on. */
export function checkAdministratorNamed(
  { desk, isAdministrators }: Pick<RightsRequest, 'desk' | 'isAdministrators'>,
  administratorId: string | null,
): Verdict {
  const isChosen = desk === 'staff' && !isAdministrators;
  return administratorId === null || isChosen
    ? allow
    : refuseValue('rights-request.administrator-not-chosen', { field: 'administratorId' });
}
