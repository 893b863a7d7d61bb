import type { Knex } from 'knex';
import type { Instant } from '../../domain/calendar.ts';
import type { Trashing } from '../../domain/trashing.ts';
import { trashingCommands, type TrashingCommandName } from '../../domain/trashing.ts';
import { orThrow } from '../../domain/verdict.ts';
import type { Actor } from './append-event.ts';
import type { ChangeRequest } from './change.ts';
import { change } from './change.ts';
import { lockTrashing, trashingLife, writeTrashing } from './write-trashing.ts';

/** A command on a trashing as it travels. */
export interface TrashingCommand {
  readonly trashingId: string;
  readonly actor: Actor;
  readonly request: ChangeRequest;
}

/** Restores or advances a purge. Refuses `trashing.purged`, `trashing.restored`, `trashing.on-hold` (WF-15). */
export const commandTrashing =
  (knex: Knex, name: TrashingCommandName) =>
  (command: TrashingCommand): Promise<Trashing> =>
    change(knex, command.request, async (trx) => {
      const { actor, request } = command;
      const at = request.receivedAt;
      const { trashing } = await lockTrashing(trx, command.trashingId, at);
      orThrow(trashingCommands[name].check(trashing));
      const changed = trashingCommands[name].apply(trashing, at);
      return writeTrashing(
        trx,
        changed,
        trashingCommands[name].event,
        {},
        {
          actor,
          at,
          command: { update: name, updateId: request.id, args: command },
        },
      );
    });

/** The life looks again because a hold was set or released on the mail item; returns the row as it stands. */
export const followMailItemHold =
  (knex: Knex) =>
  (trashingId: string, at: Instant): Promise<Trashing> =>
    change(knex, null, async (trx) => {
      const { trashing, hasMoved } = await lockTrashing(trx, trashingId, at);
      if (!hasMoved) return trashing;
      const kind = trashing.heldSince === null ? 'released' : 'held';
      return writeTrashing(trx, trashing, kind, {}, { actor: trashingLife, at });
    });
