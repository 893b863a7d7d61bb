/** A code is typed: every one that does not work gets one answer, in one time, and trying is slowed (checks 41 and 42). */
import { publicForm } from '../../db/changes/actors.ts';
import { noteRefusedEntry } from '../../db/changes/note-refused-entry.ts';
import type { EnteredCode } from '../../db/queries/activation-codes.ts';
import { enteredCode } from '../../db/queries/activation-codes.ts';
import { codeUnusable, entryFault } from '../../domain/activation-code.ts';
import { decidedDocumentPolicy } from '../../domain/document-policy.ts';
import { readPrintedCode } from '../../domain/printed-code.ts';
import { Refused } from '../../domain/verdict.ts';
import type { Deps } from '../deps.ts';
import { networkOf } from '../limits.ts';
import type { Call } from '../operation.ts';

export const entryReasons = { 422: ['activation-code.unusable'], 429: ['request.too-many'] } as const;

/** Who types it: an account, or somebody who has none yet. */
interface Entering {
  /** His account in that brand; null when he has none there. */
  readonly accountIn: (brandId: string) => string | null;
  readonly actor: Parameters<ReturnType<typeof noteRefusedEntry>>[2];
}

/**
 * The code that works for who types it. Each try is paid for before it is looked at, at its place and by everybody, and
 * given back when it was right: so that the limits hold for a hundred tries at once too, and no stranger can void a code.
 */
export async function enterCode(
  { clientAddress, receivedAt }: Pick<Call<unknown, unknown, unknown>, 'clientAddress' | 'receivedAt'>,
  { knex, limits, vault }: Deps,
  typed: string,
  { accountIn, actor }: Entering,
): Promise<EnteredCode> {
  const place = networkOf(clientAddress);
  await limits.spend('codeEntriesFromPlace', place);
  await limits.spend('codeEntries', 'everybody');
  // What cannot be a code is looked up like any other.
  const read = readPrintedCode(typed) ?? 'no code';
  const found = await enteredCode(knex, vault.keyedHashes('activation-code', read));
  const accountId = found === null ? null : accountIn(found.brandId);
  const facts = { accountId, receivedIn: found?.receivedIn ?? null };
  const fault = entryFault(found?.code ?? null, facts, receivedAt);
  if (found === null || fault !== null) {
    await noteRefusedEntry(knex)(found?.code.id ?? null, fault ?? 'unknown', actor, receivedAt);
    throw new Refused(codeUnusable(decidedDocumentPolicy.code.validDays));
  }
  await limits.giveBack('codeEntriesFromPlace', place);
  await limits.giveBack('codeEntries', 'everybody');
  return found;
}

/** Somebody without a log-in: he has no account anywhere. */
export const stranger: Entering = {
  accountIn: () => null,
  actor: publicForm,
};
