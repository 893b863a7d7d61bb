/**
 * What a document goes through that is not simply there (WF-33): its client number is unknown (quarantine), it is not to be seen
 * before a day (embargo), or it was withdrawn or corrected and those who saw it are to be told. One open case a document.
 */
import type { Instant, Zone } from './calendar.ts';
import type { NextAct } from './next-act.ts';
import type { Verdict } from './verdict.ts';
import { allow, firstRefusal, refuseState } from './verdict.ts';

export interface CaseTerms {
  readonly version: number;
  readonly zone: Zone;
  readonly messageSeconds: number;
}

export const caseOutcomes = ['published', 'rejected', 'withdrawn', 'corrected'] as const;
export type CaseOutcome = (typeof caseOutcomes)[number];

export interface DocumentCase {
  readonly id: string;
  readonly brand: string;
  readonly issuerId: string;
  readonly documentId: string;
  readonly terms: CaseTerms;
  readonly version: number;
  readonly openedAt: Instant;
  /** Staff have to say whose it is. */
  readonly needsClient: boolean;
  /** When it becomes visible; null: as soon as it is somebody's. */
  readonly visibleFromAt: Instant | null;
  /** It was taken back: those who saw it are told, and the case is over. */
  readonly recalled: { readonly outcome: 'withdrawn' | 'corrected'; readonly at: Instant } | null;
  readonly closed: { readonly outcome: CaseOutcome; readonly at: Instant } | null;
}

export type CaseAct = NextAct<'publish' | 'close'>;

/** Quarantine waits for staff and for no instant; an embargo ends by itself, a recall with its mails. */
export function planForCase(of: DocumentCase): CaseAct | null {
  const { closed, recalled, needsClient, visibleFromAt, openedAt } = of;
  if (closed !== null) return null;
  if (recalled !== null) return { kind: 'close', at: recalled.at };
  return needsClient ? null : { kind: 'publish', at: visibleFromAt ?? openedAt };
}

export function carryOutCase(of: DocumentCase, kind: CaseAct['kind'], at: Instant): DocumentCase {
  return close(of, kind === 'publish' ? 'published' : (of.recalled?.outcome ?? 'withdrawn'), at);
}

/** Only what staff have not decided yet. */
function checkQuarantined(of: DocumentCase): Verdict {
  return firstRefusal(
    of.closed === null && of.recalled === null ? allow : refuseState('document-case.over'),
    of.needsClient ? allow : refuseState('document-case.not-quarantined'),
  );
}

/** An issuer may take back what is waiting. */
function checkCaseOpen({ closed, recalled }: DocumentCase): Verdict {
  return closed === null && recalled === null ? allow : refuseState('document-case.over');
}

/** Whose it is has been said: it is published, or waits for its day. */
export function assignCase(of: DocumentCase, at: Instant): DocumentCase {
  const assigned = { ...of, needsClient: false };
  const waits = of.visibleFromAt !== null && of.visibleFromAt > at;
  return waits ? { ...assigned, version: of.version + 1 } : close(assigned, 'published', at);
}

export function rejectCase(of: DocumentCase, at: Instant): DocumentCase {
  return close(of, 'rejected', at);
}

/** Before anybody saw it: nobody has to be told. */
export function withdrawCase(of: DocumentCase, at: Instant): DocumentCase {
  return close(of, 'withdrawn', at);
}

/** Another document of its issuer takes the place of what waits: nobody has to be told of the one before. */
export function correctCase(of: DocumentCase, at: Instant): DocumentCase {
  return close(of, 'corrected', at);
}

function close(of: DocumentCase, outcome: CaseOutcome, at: Instant): DocumentCase {
  return { ...of, version: of.version + 1, closed: { outcome, at } };
}

export const caseStages = ['quarantined', 'embargoed', 'recalled', ...caseOutcomes] as const;
export type CaseStage = (typeof caseStages)[number];

export function caseStage({ closed, recalled, needsClient }: DocumentCase): CaseStage {
  if (closed !== null) return closed.outcome;
  if (recalled !== null) return 'recalled';
  return needsClient ? 'quarantined' : 'embargoed';
}

/** What people may ask of a case. `withdraw` is the issuer's; the others are staff's. */
export const caseCommands = {
  assign: checkQuarantined,
  reject: checkQuarantined,
  withdraw: checkCaseOpen,
} as const satisfies Record<string, (of: DocumentCase) => Verdict>;
export type CaseCommandName = keyof typeof caseCommands;

/** Why staff reject what nobody can be found for. */
export const rejectReasons = ['unknown-client', 'other-issuer', 'not-readable'] as const;
export type RejectReason = (typeof rejectReasons)[number];

/** Ids and words of the program, nothing personal. */
export interface CaseInputs {
  readonly assign: { readonly clientCodeId: string };
  readonly reject: { readonly reason: RejectReason };
  readonly withdraw: null;
}
