import { holdScan } from '../../db/changes/hold-scan.ts';
import { keepParticulars } from '../../db/changes/keep-particulars.ts';
import type { MailItem, MailItemState } from '../../domain/mail-item.ts';
import { Refused } from '../../domain/verdict.ts';
import { eventActorOf } from '../caller.ts';
import type { Deps } from '../deps.ts';
import type { Call } from '../operation.ts';
import { commandItem } from './command.ts';
import { findItem } from './find.ts';

/**
 * While the paper is there its life is told; once it has left only the scan is there to be held, which is a plain
 * change. The caller need not know which. `words` stay in the business database.
 */
export async function holdOrRelease(
  call: Call<{ readonly id: string }, unknown, unknown>,
  deps: Deps,
  name: 'hold' | 'release',
  words?: object,
): Promise<MailItem> {
  const found = await findItem(call, deps);
  const mark = () => holdScan(deps.knex, name)(found.item.id, eventActorOf(call.caller), call.request);
  const state = await call.once(async (): Promise<MailItemState> => {
    if (words !== undefined) await keepParticulars(deps.knex)(call.request, words, call.receivedAt);
    if (found.item.closed !== null) return mark();
    try {
      return await commandItem(call, deps, found, name, {});
    } catch (error) {
      // The paper left since it was looked at.
      if (error instanceof Refused && error.refusal.reason === 'mail-item.closed') return mark();
      throw error;
    }
  });
  return { ...state, policy: found.item.policy };
}
