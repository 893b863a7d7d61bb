/** What the three commands of a site have in common: the task, its words, the life of its letter. */
import { keepParticulars } from '../../db/changes/keep-particulars.ts';
import type { SiteTask } from '../../db/queries/site-tasks.ts';
import { siteTaskById } from '../../db/queries/site-tasks.ts';
import type { CommandInputs } from '../../domain/commands.ts';
import type { MailItemState } from '../../domain/mail-item.ts';
import type { TaskSeen } from '../../domain/site-task.ts';
import { checkTaskOpen } from '../../domain/site-task.ts';
import { orThrow } from '../../domain/verdict.ts';
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
  /** `seen` is the task of the path: what is done to it is done to no other one. */
  readonly inputFor: (seen: TaskSeen) => CommandInputs[Name];
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
    orThrow(checkTaskOpen(task.state));
    const input = inputFor({ kind: task.kind, dueOn: task.dueOn });
    if (words !== undefined) await keepParticulars(knex)(request, words, receivedAt);
    const message = { itemId: task.item.id, actor: eventActorOf(caller), request, input };
    return lives.commandMailItem(name, message, task);
  });
  return { task, item };
}

/** What every command of a site may be refused for. */
export const workRefusals = {
  409: ['task.done', 'task.failed', 'task.cancelled', 'mail-item.closed', 'mail-item.on-hold'],
  503: ['service.temporal-away'],
} as const satisfies Refusals;
