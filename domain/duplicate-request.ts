/**
 * A duplicate of a document, asked for by who reads its client code (WF-38; IP-01): delivered at once where it is stored, also one
 * that went out on paper or lies before his floor; else its issuer finds it within the hours of the policy, or says why not.
 */
import type { Instant, Zone } from './calendar.ts';
import { endOfDaysAfter } from './calendar.ts';
import type { DocumentPolicy } from './document-policy.ts';
import type { DocumentStanding } from './issued-document.ts';
import { isOut } from './issued-document.ts';
import type { NextAct } from './next-act.ts';
import type { Refusal, Verdict } from './verdict.ts';
import { allow, refuseState } from './verdict.ts';

export interface DuplicateTerms {
  readonly version: number;
  readonly zone: Zone;
  readonly messageSeconds: number;
  /** Opening hours for the issuer. */
  readonly issuerHours: number;
  /** Days for which what was delivered can be fetched. */
  readonly keepDays: number;
}

export const duplicateOutcomes = ['delivered', 'refused'] as const;
export type DuplicateOutcome = (typeof duplicateOutcomes)[number];

/** Why an issuer delivers none. */
export const duplicateRefusals = ['unknown-number', 'other-client', 'not-kept'] as const;
export type IssuerRefusal = (typeof duplicateRefusals)[number];
/** The last two: it was withdrawn or destroyed between the request and its delivery. */
export type DuplicateRefusal = IssuerRefusal | 'withdrawn' | 'destroyed';

export interface DuplicateRequest {
  readonly id: string;
  readonly brand: string;
  readonly issuerId: string;
  readonly clientCodeId: string;
  /** The document that is stored; null where the issuer has to find it. */
  readonly documentId: string | null;
  readonly terms: DuplicateTerms;
  readonly version: number;
  readonly openedAt: Instant;
  /** Until when its issuer finds it; null where nobody has to. */
  readonly dueAt: Instant | null;
  /** Since when it is overdue. */
  readonly overdueAt: Instant | null;
  /** From then on he can fetch it, until the copy is gone. */
  readonly delivered: { readonly at: Instant; readonly endsAt: Instant } | null;
  readonly refused: DuplicateRefusal | null;
  readonly closed: { readonly outcome: DuplicateOutcome; readonly at: Instant } | null;
}

export type DuplicateAct = NextAct<'deliver' | 'overdue' | 'end'>;

export function duplicateTerms({
  version,
  zone,
  messageSeconds,
  duplicates,
}: DocumentPolicy): DuplicateTerms {
  return { version, zone, messageSeconds, ...duplicates };
}

/** What is stored is delivered at once; the issuer's hours pass, and it stays on his list; a copy ends with its days. */
export function planForDuplicate(request: DuplicateRequest): DuplicateAct | null {
  const { closed, delivered, documentId, openedAt, dueAt, overdueAt } = request;
  if (closed !== null) return null;
  if (delivered !== null) return { kind: 'end', at: delivered.endsAt };
  if (documentId !== null) return { kind: 'deliver', at: openedAt };
  return dueAt === null || overdueAt !== null ? null : { kind: 'overdue', at: dueAt };
}

/** A document under the number and client code that were asked for. */
export interface Asked {
  readonly standing: DocumentStanding;
  readonly hasPdf: boolean;
}

/** Through what he reads the client code: received still, or until when it was. */
export interface Reading {
  readonly endedAt: Instant | null;
}

/**
 * Whether what is stored is delivered, or the issuer is asked. What was withdrawn or destroyed is refused and says so. An embargo
 * is not told of, and of data without a picture there is nothing to stamp: the issuer is asked for both. Who received the client
 * code before has what was published until then, and nobody is asked for more.
 */
export function duplicateSource(
  asked: Asked | null,
  readings: readonly Reading[],
  at: Instant,
): 'stored' | 'issuer' | Refusal {
  const isReceived = readings.some(({ endedAt }) => endedAt === null);
  const isHis = ({ standing }: Asked) =>
    isReceived || readings.some(({ endedAt }) => endedAt !== null && standing.publishedAt <= endedAt);
  const ended = refuseState('duplicate-request.reception-ended');
  if (asked === null || !isHis(asked)) return isReceived ? 'issuer' : ended;
  const { standing, hasPdf } = asked;
  if (standing.destroyedAt !== null) return refuseState('duplicate-request.destroyed');
  if (standing.withdrawnAt !== null) return refuseState('duplicate-request.withdrawn');
  if (isOut(standing, at) && hasPdf) return 'stored';
  return isReceived ? 'issuer' : ended;
}

/** Before it is delivered, asked again under lock. */
export function deliveryFault({ withdrawnAt, destroyedAt }: DocumentStanding): DuplicateRefusal | null {
  if (destroyedAt !== null) return 'destroyed';
  return withdrawnAt === null ? null : 'withdrawn';
}

/** On the issuer's list. */
function checkWaiting({ closed, delivered, documentId }: DuplicateRequest): Verdict {
  if (closed !== null || delivered !== null) return refuseState('duplicate-request.over');
  return documentId === null ? allow : refuseState('duplicate-request.stored');
}

/** He fetches it until the end of its days, the last instant included. */
export function checkFetch(request: DuplicateRequest, readings: readonly Reading[], at: Instant): Verdict {
  const { delivered, refused } = request;
  if (refused !== null) return refuseState('duplicate-request.refused');
  if (delivered === null) return refuseState('duplicate-request.waiting');
  if (!isStillHis(request, readings)) return refuseState('duplicate-request.reception-ended');
  return at <= delivered.endsAt ? allow : refuseState('duplicate-request.ended');
}

/**
 * What was stored when he asked was there while he received. What its issuer found is his if it came while he did: he may have asked
 * for what there was not yet, and another may be the customer now.
 */
export function isStillHis(
  { documentId, delivered }: Pick<DuplicateRequest, 'documentId' | 'delivered'>,
  readings: readonly Reading[],
): boolean {
  return (
    documentId !== null ||
    readings.some(({ endedAt }) => endedAt === null || (delivered !== null && delivered.at <= endedAt))
  );
}

export function deliverDuplicate(request: DuplicateRequest, at: Instant): DuplicateRequest {
  const { keepDays, zone } = request.terms;
  return { ...next(request), delivered: { at, endsAt: endOfDaysAfter(at, keepDays, zone) } };
}

export function refuseDuplicate(
  request: DuplicateRequest,
  refused: DuplicateRefusal,
  at: Instant,
): DuplicateRequest {
  return { ...next(request), refused, closed: { outcome: 'refused', at } };
}

export function overdueDuplicate(request: DuplicateRequest, at: Instant): DuplicateRequest {
  return { ...next(request), overdueAt: at };
}

export function endDuplicate(request: DuplicateRequest, at: Instant): DuplicateRequest {
  return { ...next(request), closed: { outcome: 'delivered', at } };
}

function next(request: DuplicateRequest): DuplicateRequest {
  return { ...request, version: request.version + 1 };
}

export const duplicateStages = ['fetching', 'issuer', 'overdue', ...duplicateOutcomes] as const;
export type DuplicateStage = (typeof duplicateStages)[number];

export function duplicateStage(request: DuplicateRequest): DuplicateStage {
  const { closed, delivered, documentId, overdueAt } = request;
  if (closed !== null) return closed.outcome;
  if (delivered !== null) return 'delivered';
  if (documentId !== null) return 'fetching';
  return overdueAt === null ? 'issuer' : 'overdue';
}

/** What an issuer does with what is on its list. */
export const duplicateCommands = {
  fulfil: checkWaiting,
  refuse: checkWaiting,
} as const satisfies Record<string, (request: DuplicateRequest) => Verdict>;
export type DuplicateCommandName = keyof typeof duplicateCommands;

/** Words of the program, nothing personal; the copy itself is kept beside the command. */
export interface DuplicateInputs {
  readonly fulfil: null;
  readonly refuse: { readonly reason: IssuerRefusal };
}
