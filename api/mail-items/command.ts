/** A customer's command on a letter: how it travels to its life, and what is told when it comes too late. */
import { mailItemById } from '../../db/queries/mail-item.ts';
import type { FoundMailItem } from '../../db/queries/mail-item.ts';
import type { CommandInputs, CommandName } from '../../domain/commands.ts';
import type { MailItem, MailItemState } from '../../domain/mail-item.ts';
import { stageFor } from '../../domain/mail-item.ts';
import { decisionDueAt } from '../../domain/storage.ts';
import { Refused, refuseState } from '../../domain/verdict.ts';
import type { RefusalDetails } from '../../domain/verdict.ts';
import { eventActorOf } from '../caller.ts';
import type { Deps } from '../deps.ts';
import type { Call } from '../operation.ts';

type ItemCall = Call<{ readonly id: string }, unknown, unknown>;

/** Sends the command; who saw an older version is told how the letter stands now (decided.md, Decisions). */
export async function commandItem<Name extends CommandName>(
  { caller, request }: ItemCall,
  { knex, lives }: Deps,
  found: FoundMailItem,
  name: Name,
  input: CommandInputs[Name],
): Promise<MailItemState> {
  const itemId = found.item.id;
  const message = { itemId, actor: eventActorOf(caller), request, input };
  try {
    return await lives.commandMailItem(name, message, found);
  } catch (error) {
    const isStale = error instanceof Refused && error.refusal.reason === 'mail-item.version-stale';
    const present = isStale ? await mailItemById(knex, itemId) : null;
    throw present === null
      ? error
      : new Refused(refuseState('mail-item.version-stale', standing(present.item)));
  }
}

function standing(item: MailItem): RefusalDetails {
  const { version, decision, policy } = item;
  return {
    version,
    stage: stageFor(item),
    decision: decision?.asked.kind ?? null,
    changeableUntil: decision?.changeableUntil ?? null,
    dueAt: decisionDueAt(item),
    zone: policy.zone,
  };
}
