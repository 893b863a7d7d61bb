/** What the commands of staff have in common: the words beside the command, its life, the answer. */
import { keepParticulars } from '../../db/changes/keep-particulars.ts';
import type { CommandInputs } from '../../domain/commands.ts';
import type { MailItem } from '../../domain/mail-item.ts';
import type { Deps } from '../deps.ts';
import type { Call } from '../operation.ts';
import { commandItem } from './command.ts';
import { findItem } from './find.ts';

type StaffCommand = 'hold' | 'release' | 'correctFacts' | 'offerQuote';

/** Sends the command to the life of the item; `words` stay in the business database. */
export async function commandByStaff<Name extends StaffCommand>(
  call: Call<{ readonly id: string }, unknown, unknown>,
  deps: Deps,
  name: Name,
  input: CommandInputs[Name],
  words?: object,
): Promise<MailItem> {
  const found = await findItem(call, deps);
  const state = await call.once(async () => {
    if (words !== undefined) await keepParticulars(deps.knex)(call.request, words, call.receivedAt);
    return commandItem(call, deps, found, name, input);
  });
  return { ...state, policy: found.item.policy };
}
