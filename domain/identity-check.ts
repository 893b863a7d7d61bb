/**
 * An identity document that a brand asks for (WF-19, SE-03): seen by staff on the case and by nobody else, and gone right
 * after the outcome, whatever the outcome is. What remains is that it was checked, and a destruction record.
 */
import type { Instant, Zone } from './calendar.ts';
import { hours, minutes, plusMilliseconds } from './calendar.ts';
import type { NextAct } from './next-act.ts';
import type { PeoplePolicy } from './people-policy.ts';
import type { Verdict } from './verdict.ts';
import { allow, refuseState } from './verdict.ts';

export interface IdentityCheckTerms {
  readonly version: number;
  readonly zone: Zone;
  readonly messageSeconds: number;
  /** In which a document that was asked for must come, and in which staff must have looked at it. */
  readonly documentHours: number;
}

export type IdentityOutcome = 'passed' | 'failed' | 'expired';

export interface IdentityCheck {
  readonly id: string;
  readonly brand: string;
  readonly registrationId: string;
  readonly terms: IdentityCheckTerms;
  readonly version: number;
  /** The document that lies there; null while another one is awaited. */
  readonly documentId: string | null;
  /** By when staff have looked, or another document has come. */
  readonly dueAt: Instant;
  /** Its key is gone, its object is being removed. Null when none is on its way out. */
  readonly destroyingSince: Instant | null;
  /** The result, as soon as there is one; the check is closed when the document is gone. */
  readonly outcome: IdentityOutcome | null;
  readonly closed: { readonly outcome: IdentityOutcome; readonly at: Instant } | null;
  readonly toTell: readonly { readonly key: string }[];
}

export type IdentityAct = NextAct<'destroy' | 'expire'>;

/** No image is there longer than this after the result (issue 4). */
export const destroyedWithinMs = minutes(60);

export const identityStages = ['to-check', 'awaited', 'destroying', 'passed', 'failed', 'expired'] as const;
export type IdentityStage = (typeof identityStages)[number];

export function identityTerms({
  version,
  zone,
  messageSeconds,
  registration,
}: PeoplePolicy): IdentityCheckTerms {
  return { version, zone, messageSeconds, documentHours: registration.documentHours };
}

export function documentDueAt(at: Instant, { documentHours }: IdentityCheckTerms): Instant {
  return plusMilliseconds(at, hours(documentHours));
}

export function identityStage({ closed, destroyingSince, documentId }: IdentityCheck): IdentityStage {
  if (closed) return closed.outcome;
  if (destroyingSince !== null) return 'destroying';
  return documentId === null ? 'awaited' : 'to-check';
}

/** A document on its way out is removed before anything else. */
export function planForIdentity(check: IdentityCheck): IdentityAct | null {
  if (check.closed) return null;
  if (check.destroyingSince !== null) return { kind: 'destroy', at: check.destroyingSince };
  return { kind: 'expire', at: check.dueAt };
}

/** A result, or the wish for another document, is about a document that lies there. */
function checkResult(check: IdentityCheck): Verdict {
  if (check.closed || check.outcome !== null) return refuseState('identity-check.over');
  return check.documentId === null || check.destroyingSince !== null
    ? refuseState('identity-check.no-document')
    : allow;
}

/** From this row on nobody can read the document; the result stands, whatever happens to its object. */
export function decide(check: IdentityCheck, outcome: IdentityOutcome, at: Instant): IdentityCheck {
  return { ...next(check), outcome, destroyingSince: at };
}

/** Not readable, or of the wrong person: this one goes, another one is awaited. */
export function askAgain(check: IdentityCheck, at: Instant): IdentityCheck {
  return { ...next(check), destroyingSince: at, dueAt: documentDueAt(at, check.terms) };
}

/** A picture is of who bore the names that stood in the form when it was sent: under other ones it shows nothing (SE-03). */
export function isOfThoseNames(sentAt: Instant, namedAt: Instant | null): boolean {
  return namedAt === null || namedAt < sentAt;
}

/** The document that was asked for. */
export function takeDocument(check: IdentityCheck, documentId: string, at: Instant): IdentityCheck {
  return { ...next(check), documentId, dueAt: documentDueAt(at, check.terms) };
}

/** Another one is taken only while none lies there. */
export function checkTake(check: IdentityCheck): Verdict {
  if (check.closed || check.outcome !== null) return refuseState('identity-check.over');
  return check.documentId === null ? allow : refuseState('identity-check.document-there');
}

/** The object is gone: with a result the check is over, else it waits for another document. */
export function documentGone(check: IdentityCheck, at: Instant): IdentityCheck {
  const gone = { ...next(check), documentId: null, destroyingSince: null };
  return check.outcome === null ? gone : { ...gone, closed: { outcome: check.outcome, at } };
}

/** Nobody came, or nobody looked, or the case is over: the end without a result. */
export function expire(check: IdentityCheck, at: Instant): IdentityCheck {
  if (check.documentId !== null) return decide(check, 'expired', at);
  return { ...next(check), outcome: 'expired', closed: { outcome: 'expired', at } };
}

export const identityCommands = {
  decideIdentity: { check: checkResult },
  askForAnother: { check: checkResult },
  takeDocument: { check: checkTake },
} as const;
export type IdentityCommandName = keyof typeof identityCommands;

function next(check: IdentityCheck): IdentityCheck {
  return { ...check, version: check.version + 1 };
}
