/** What the commands of staff have in common: the item, the words beside the command, the life it goes to. */
import { keepParticulars } from '../../db/changes/keep-particulars.ts';
import { mailItemById } from '../../db/queries/mail-item.ts';
import type { CommandInputs } from '../../domain/commands.ts';
import type { MailItemState } from '../../domain/mail-item.ts';
import { stageFor } from '../../domain/mail-item.ts';
import type { Answer } from '../answers.ts';
import { ok } from '../answers.ts';
import { eventActorOf } from '../caller.ts';
import type { Deps } from '../deps.ts';
import type { Call } from '../operation.ts';

type StaffCommand = 'hold' | 'release' | 'correctFacts' | 'offerQuote';

/** Sends the command to the life of the item; `words` stay in the business database. */
export async function commandByStaff<Name extends StaffCommand>(
  call: Call<{ id: string }, unknown, unknown>,
  { knex, lives }: Deps,
  name: Name,
  input: CommandInputs[Name],
  words?: object,
): Promise<MailItemState> {
  const { request, caller, receivedAt } = call;
  const found = call.allow('mail-item', await mailItemById(knex, call.params.id));
  return call.once(async () => {
    if (words !== undefined) await keepParticulars(knex)(request, words, receivedAt);
    const message = { itemId: found.item.id, actor: eventActorOf(caller), request, input };
    return lives.commandMailItem(name, message, found);
  });
}

/** From the state as it was remembered: a repeat gets the same words. */
export function answerStanding(item: MailItemState): Answer {
  const { id, version, dueAt, weightGrams, format } = item;
  return ok(
    {
      id,
      stage: stageFor(item),
      version,
      isOnHold: item.heldSince !== null,
      dueAt,
      weightGrams,
      format,
      quoteCents: item.quote?.cents ?? null,
    },
    { version },
  );
}
