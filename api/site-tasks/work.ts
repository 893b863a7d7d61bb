/** What the three commands of a site have in common: the task, its words, the life of its letter. */
import { keepParticulars } from '../../db/changes/keep-particulars.ts';
import type { SiteTask } from '../../db/queries/site-tasks.ts';
import { siteTaskById } from '../../db/queries/site-tasks.ts';
import type { CommandInputs } from '../../domain/commands.ts';
import type { MailItemState } from '../../domain/mail-item.ts';
import { orThrow, refuseState } from '../../domain/verdict.ts';
import { eventActorOf } from '../caller.ts';
import type { Deps } from '../deps.ts';
import type { Call, Refusals } from '../operation.ts';

type TaskCommand = 'beginTask' | 'completeTask' | 'failTask';
type TaskCall<Body> = Call<{ id: string }, unknown, Body>;

export interface Worked {
  readonly task: SiteTask;
  readonly item: MailItemState;
}

/** The command as the task needs it; names and free text stay in the business database. */
interface Work<Name extends TaskCommand> {
  readonly name: Name;
  readonly inputFor: (task: SiteTask) => CommandInputs[Name];
  readonly words?: object;
}

/** Sends the command to the life of the task's letter; a task that is over is refused before anything is sent. */
export async function workOn<Name extends TaskCommand, Body>(
  call: TaskCall<Body>,
  { knex, lives }: Deps,
  { name, inputFor, words }: Work<Name>,
): Promise<Worked> {
  const { request, caller, receivedAt } = call;
  const task = call.allow('site-task', await siteTaskById(knex, call.params.id));
  const item = await call.once(async () => {
    refuseClosed(task);
    const input = inputFor(task);
    if (words !== undefined) await keepParticulars(knex)(request, words, receivedAt);
    const message = { itemId: task.item.id, actor: eventActorOf(caller), request, input };
    return lives.commandMailItem(name, message, task);
  });
  return { task, item };
}

function refuseClosed({ state, isOpen }: SiteTask): void {
  if (!isOpen) orThrow(refuseState(state === 'cancelled' ? 'task.cancelled' : 'task.done'));
}

/** What every command of a site may be refused for. */
export const workRefusals = {
  409: ['task.done', 'task.cancelled', 'mail-item.closed', 'mail-item.on-hold'],
  503: ['service.temporal-away'],
} as const satisfies Refusals;
