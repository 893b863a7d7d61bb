/** What operations staff read in the Temporal UI about a merge of two recipient accounts. */
import type {
  AccountMerge,
  MergeAct,
  MergeOutcome,
  MergeRefuser,
  MergeSide,
} from '../domain/account-merge.ts';
import { mergeSides } from '../domain/account-merge.ts';
import { exactTime } from './formats.ts';

/** The one line in the list of workflows; nothing personal. */
export function mergeSummary({ id }: Pick<AccountMerge, 'id'>): string {
  return `Two accounts become one (${id.slice(-12)})`;
}

export function mergeDetails({ sourceId, targetId, terms }: AccountMerge): string {
  const { consentDays, revertDays, version } = terms;
  return `Account ${sourceId} into ${targetId}: ${String(consentDays)} days to consent, ${String(revertDays)} to undo it, by policy version ${String(version)}.`;
}

const acts: Readonly<Record<MergeAct['kind'], string>> = {
  expire: 'End of the days to consent and approve',
  finish: 'End of the days in which it can be undone',
};

export function mergeActName(kind: MergeAct['kind']): string {
  return acts[kind];
}

const outcomes: Readonly<Record<MergeOutcome, string>> = {
  merged: 'Merged for good',
  refused: 'Refused',
  expired: 'Not consented to or approved in time',
  reverted: 'Undone: what had moved went back',
};

const refusers: Readonly<Record<MergeRefuser, string>> = {
  source: 'by the contact of the account that would close',
  target: 'by the contact of the account that would stay',
  staff: 'by staff',
};

const waitedFor: Readonly<Record<MergeSide, string>> = {
  source: 'the contact of the account that closes',
  target: 'the contact of the account that stays',
};

/** `Waiting for the yes of …` */
export function mergeStanding(merge: AccountMerge): string {
  const { closed, merged, consents, refusedBy, endsAt, terms } = merge;
  const at = (instant: string) => exactTime(instant, terms.zone, 'en');
  if (closed !== null) {
    const by = refusedBy === null ? '' : ` ${refusers[refusedBy]}`;
    return `${outcomes[closed.outcome]}${by}: ${at(closed.at)}.`;
  }
  if (merged !== null)
    return `Merged ${at(merged.at)}; can be undone until ${at(merged.revertEndsAt)}, then it is final.`;
  const missing = mergeSides.filter((side) => consents[side] === null).map((side) => waitedFor[side]);
  if (missing.length === 0) return `Both consented; waiting for staff until ${at(endsAt)}, then it lapses.`;
  return `Waiting for the yes of ${missing.join(' and ')} until ${at(endsAt)}, then it lapses.`;
}
