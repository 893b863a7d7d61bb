/**
 * Codes made from one file of an issuer (WF-30). They are readable, sealed under a key of the batch, until the letters are
 * printed or the days of the policy are over; then the key is destroyed, and nobody reads them again (decided.md).
 */
import type { Instant, Zone } from './calendar.ts';
import { endOfDaysAfter } from './calendar.ts';
import type { DocumentPolicy } from './document-policy.ts';
import type { NextAct } from './next-act.ts';
import type { Verdict } from './verdict.ts';
import { allow, firstRefusal, refuseState } from './verdict.ts';

export interface BatchTerms {
  readonly version: number;
  readonly zone: Zone;
  readonly messageSeconds: number;
  readonly sealedDays: number;
}

/** `printed`: the letters are; `lapsed`: nobody said so in time. Either way the key is gone. */
export const batchOutcomes = ['printed', 'lapsed'] as const;
export type BatchOutcome = (typeof batchOutcomes)[number];

export interface CodeBatch {
  readonly id: string;
  readonly brand: string;
  readonly issuerId: string;
  readonly terms: BatchTerms;
  readonly version: number;
  readonly createdAt: Instant;
  /** When the last row of its file had become a code or a line of the report. */
  readonly filledAt: Instant | null;
  readonly keyEndsAt: Instant;
  readonly closed: { readonly outcome: BatchOutcome; readonly at: Instant } | null;
}

export type BatchAct = NextAct<'destroy-key'>;

export function batchTerms({ version, zone, messageSeconds, code }: DocumentPolicy): BatchTerms {
  return { version, zone, messageSeconds, sealedDays: code.sealedDays };
}

export function keyEndsAt(createdAt: Instant, { sealedDays, zone }: BatchTerms): Instant {
  return endOfDaysAfter(createdAt, sealedDays, zone);
}

export function planForBatch({ closed, keyEndsAt: at }: CodeBatch): BatchAct | null {
  return closed === null ? { kind: 'destroy-key', at } : null;
}

/** While its letters can still be read. */
export function checkSealed({ closed, terms }: CodeBatch): Verdict {
  return closed === null
    ? allow
    : refuseState('code-batch.key-destroyed', { at: closed.at, zone: terms.zone });
}

/** A batch whose file has been read to the end: of half a file nobody prints letters. */
export function checkReady(batch: CodeBatch): Verdict {
  return firstRefusal(
    checkSealed(batch),
    batch.filledAt === null ? refuseState('code-batch.unfinished') : allow,
  );
}

export function closeBatch(batch: CodeBatch, outcome: BatchOutcome, at: Instant): CodeBatch {
  return { ...batch, version: batch.version + 1, closed: { outcome, at } };
}

export const batchStages = ['filling', 'sealed', ...batchOutcomes] as const;
export type BatchStage = (typeof batchStages)[number];

export function batchStage({ closed, filledAt }: CodeBatch): BatchStage {
  if (closed !== null) return closed.outcome;
  return filledAt === null ? 'filling' : 'sealed';
}

/** Where the first document invites its customer nobody needs a code. */
export function checkBrand({ access }: Pick<DocumentPolicy, 'access'>): Verdict {
  return access === 'code' ? allow : refuseState('code-batch.by-invitation');
}

/** The same file again is the same batch; another one under its reference is a mistake. */
export function checkSameFile(kept: { readonly fileHash: string }, fileHash: string): Verdict {
  return kept.fileHash === fileHash
    ? allow
    : refuseState('code-batch.reference-taken', { field: 'reference' });
}
