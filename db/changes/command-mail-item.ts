import type { Knex } from 'knex';
import type { Instant } from '../../domain/calendar.ts';
import type { CommandInputs, CommandName } from '../../domain/commands.ts';
import { commands } from '../../domain/commands.ts';
import type { MailItem, MailItemState } from '../../domain/mail-item.ts';
import type { Action } from '../../domain/action-rules.ts';
import { orThrow } from '../../domain/verdict.ts';
import { toDb } from '../instants.ts';
import type { Actor } from './append-event.ts';
import type { ChangeRequest } from './change.ts';
import { change } from './change.ts';
import { storageCentsFrom } from './charge-mail-item.ts';
import { tellScan, writeHoldReason } from './hold-scan.ts';
import { particularsOf } from './keep-particulars.ts';
import { lockMailItem } from './lock-mail-item.ts';
import { stillStaff } from './lock-member.ts';
import { stateOf, writeMailItem } from './write-mail-item.ts';

/** A command as it travels: who asked, the request under which its answer is remembered, and its own facts. */
export interface MailItemCommand<Name extends CommandName> {
  readonly itemId: string;
  readonly actor: Actor;
  readonly request: ChangeRequest;
  readonly input: CommandInputs[Name];
}

/**
 * Carries out one command of `domain/commands.ts`: remembered, locked, asked again, written, told. `receivedAt` of
 * the request is the instant it counts from. Refuses whatever the command's check refuses, and `right.missing`.
 */
export const commandMailItem =
  <Name extends CommandName>(knex: Knex, name: Name) =>
  (command: MailItemCommand<Name>): Promise<MailItemState> =>
    change(knex, command.request, async (trx) => {
      const { input, request } = command;
      const at = request.receivedAt;
      const item = await lockMailItem(trx, command.itemId);
      const action = byStaff[name];
      if (action !== undefined)
        await stillStaff(trx, command.actor, action, { kind: 'mail-item', siteId: item.siteId });
      orThrow(commands[name].check(item, input, at));
      if (commands[name].isDone(item, input)) return stateOf(item);
      const reversible = 'happenedAt' in input ? await storageCentsFrom(trx, item.id, input.happenedAt) : 0;
      const outcome = commands[name].apply(item, input, at, reversible);
      await endTask(trx, item, command, at);
      if (name === 'hold') await writeHoldReason(trx, item, request);
      const state = await writeMailItem(trx, item, outcome, {
        actor: command.actor,
        at,
        command: { update: name, updateId: request.id, args: command },
      });
      if (name === 'hold' || name === 'release') await tellScan(trx, item, command.actor, request);
      return state;
    });

/** What staff of the operator or of the site do, each by his right; the rest is the customer's. */
const byStaff: Readonly<Partial<Record<CommandName, Action>>> = {
  beginTask: 'site-task.work',
  completeTask: 'site-task.work',
  failTask: 'site-task.work',
  correctFacts: 'mail-item.correct',
  offerQuote: 'mail-item.quote',
  hold: 'mail-item.hold',
  release: 'mail-item.hold',
};

/** Writes how the begun task ended; its place on the work list is free again. */
async function endTask<Name extends CommandName>(
  trx: Knex.Transaction,
  item: MailItem,
  { input, request }: MailItemCommand<Name>,
  at: Instant,
): Promise<void> {
  const isDone = 'happenedAt' in input;
  const failure = 'reason' in input ? input.reason : null;
  if (!isDone && failure === null) return;
  const told = await particularsOf(trx, request);
  await trx('site_tasks')
    .where({ open_key: item.id })
    .update({
      open_key: null,
      state: isDone ? 'done' : 'failed',
      closed_at: toDb(at),
      happened_at: isDone ? toDb(input.happenedAt) : null,
      carrier: told.carrier ?? null,
      tracking: told.tracking ?? null,
      postage_cents: told.postageCents ?? null,
      collected_by: told.collectedBy ?? null,
      destroyed_how: told.destroyedHow ?? null,
      failure_reason: failure,
      note: told.note ?? null,
    });
}
