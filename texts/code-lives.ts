/** What operations staff read in the Temporal UI about activation codes and the batches they are made in. */
import type { ActivationCode, CodeAct, CodeOutcome } from '../domain/activation-code.ts';
import type { BatchAct, BatchOutcome, CodeBatch } from '../domain/code-batch.ts';
import { exactTime } from './formats.ts';

/** The one line in the list of workflows; nothing personal. */
export function codeSummary({ id }: Pick<ActivationCode, 'id'>): string {
  return `Activation code (${id.slice(-12)})`;
}

export function codeDetails({ terms }: ActivationCode): string {
  const { validDays, version } = terms;
  return `${String(validDays)} days from its first announcement, by policy version ${String(version)}.`;
}

const codeActs: Readonly<Record<CodeAct['kind'], string>> = {
  remind: 'Reminder that the code is unused',
  expire: 'End of the days of the code',
};

export function codeActName(kind: CodeAct['kind']): string {
  return codeActs[kind];
}

const codeOutcomes: Readonly<Record<CodeOutcome, string>> = {
  consumed: 'Used, and its days are over',
  expired: 'Nobody used it in time',
  superseded: 'A later code took its place',
  revoked: 'Revoked by the issuer',
};

/** `Announced and unused; works until …, then it expires.` */
export function codeStanding(code: ActivationCode, next: CodeAct | null): string {
  const { closed, announcedOn, endsAt, used, terms } = code;
  const at = (instant: string) => exactTime(instant, terms.zone, 'en');
  if (closed) return `${codeOutcomes[closed.outcome]}: ${at(closed.at)}.`;
  if (announcedOn === null || endsAt === null)
    return 'Made; waiting for the issuer to say that the customer was told of it.';
  if (used !== null)
    return `Used ${at(used.at)}; works in that account again until ${at(endsAt)}; then it is over.`;
  const reminder = next?.kind === 'remind' ? ` A reminder is sent ${at(next.at)}.` : '';
  return `Announced and unused; works until ${at(endsAt)}, then it expires.${reminder}`;
}

export function batchSummary({ id }: Pick<CodeBatch, 'id'>): string {
  return `Batch of activation codes (${id.slice(-12)})`;
}

export function batchDetails({ terms }: CodeBatch): string {
  const { sealedDays, version } = terms;
  return `Readable until printed, ${String(sealedDays)} days at most, by policy version ${String(version)}.`;
}

const batchActs: Readonly<Record<BatchAct['kind'], string>> = {
  'destroy-key': 'End of the days to print the letters',
};

export function batchActName(kind: BatchAct['kind']): string {
  return batchActs[kind];
}

const batchOutcomes: Readonly<Record<BatchOutcome, string>> = {
  printed: 'Printed; the key is destroyed',
  lapsed: 'Not printed in time; the key is destroyed',
};

/** `Sealed; its key is destroyed …` */
export function batchStanding(batch: CodeBatch, next: BatchAct | null): string {
  const { closed, filledAt, terms } = batch;
  const at = (instant: string) => exactTime(instant, terms.zone, 'en');
  if (closed) return `${batchOutcomes[closed.outcome]}: ${at(closed.at)}.`;
  const what = filledAt === null ? 'Its file is being read' : 'Waiting to be printed';
  return next === null ? `${what}.` : `${what}; its key is destroyed ${at(next.at)} at the latest.`;
}
