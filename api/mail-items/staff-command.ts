/** What the commands of staff have in common: the life of the letter, the answer. */
import type { CommandInputs } from '../../domain/commands.ts';
import type { MailItem } from '../../domain/mail-item.ts';
import type { Deps } from '../deps.ts';
import type { Call } from '../operation.ts';
import { commandItem } from './command.ts';
import { findItem } from './find.ts';

type StaffCommand = 'correctFacts' | 'offerQuote';

/** Sends the command to the life of the item. */
export async function commandByStaff<Name extends StaffCommand>(
  call: Call<{ readonly id: string }, unknown, unknown>,
  deps: Deps,
  name: Name,
  input: CommandInputs[Name],
): Promise<MailItem> {
  const found = await findItem(call, deps);
  const state = await call.once(() => commandItem(call, deps, found, name, input));
  return { ...state, policy: found.item.policy };
}
