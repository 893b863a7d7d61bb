import type { MergeSeen, MergeViewer } from '../../db/queries/account-merges.ts';
import { mergeSeen } from '../../db/queries/account-merges.ts';
import type { AccountMerge, MergeCommandName } from '../../domain/account-merge.ts';
import { mergeCommands } from '../../domain/account-merge.ts';
import { hidden, orThrow, Refused } from '../../domain/verdict.ts';
import { updates } from '../../workflows/account-merge/messages.ts';
import { eventActorOf } from '../caller.ts';
import type { Deps } from '../deps.ts';
import type { Call } from '../operation.ts';

export type MergeCall = Call<{ readonly id: string }, unknown, unknown>;

/** Sends it to the life, once a key, and reads the merge as it stands then. */
export async function commandMerge(
  call: MergeCall,
  { knex, lives }: Deps,
  { merge }: MergeSeen,
  name: MergeCommandName,
  viewer: MergeViewer,
): Promise<MergeSeen> {
  const check = (row: AccountMerge) => mergeCommands[name].check(row, call.receivedAt);
  await call.once(() => {
    orThrow(check(merge));
    return lives.command({
      life: 'account-merge',
      id: merge.id,
      update: updates[name],
      check,
      message: { mergeId: merge.id, actor: eventActorOf(call.caller), request: call.request },
    });
  });
  const seen = await mergeSeen(knex, merge.id, viewer);
  if (seen === null) throw new Refused(hidden);
  return seen;
}
