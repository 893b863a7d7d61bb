import type { CommandInputs } from '../../domain/commands.ts';
import type { TaskSeen } from '../../domain/site-task.ts';
import { ok } from '../answers.ts';
import { operation } from '../operation.ts';
import { HttpRefusal } from '../refusal.ts';
import { presentWorked } from './present.ts';
import type { Completion } from './schemas.ts';
import { completion, taskParams, workedTask } from './schemas.ts';
import { workOn, workRefusals } from './work.ts';

/** The paper has left the site, or no longer exists: the price of the policy is charged and the life ends (WF-10). */
export const completeSiteTask = operation({
  id: 'completeSiteTask',
  method: 'post',
  path: '/v1/site-tasks/{id}/completion',
  summary: 'Report a task as done',
  description:
    'Says when it happened and what belongs to its kind: carrier, tracking and postage of a shipment, who collected, ' +
    'how it was destroyed, or how a review ended. Storage of periods that began after it happened is taken back. ' +
    'Postage is our cost: the customer pays the price of the policy.',
  tags: ['Site tasks'],
  caller: ['site'],
  right: 'site-task.work',
  params: taskParams,
  body: completion,
  responses: { 200: { description: 'It is done, and the letter is closed.', schema: workedTask } },
  refusals: {
    409: [...workRefusals[409], 'task.not-begun'],
    422: ['task.completed-in-future', 'task.completed-before-arrival', 'task.review-outcome'],
    503: workRefusals[503],
  },
  handle: (call, deps) =>
    workOn(call, deps, {
      name: 'completeTask',
      inputFor: (seen) => factsOf(call.body, seen),
      words: wordsOf(call.body),
    }),
  answer: ({ task, item }) => ok(presentWorked(task, 'done', item)),
});

/** What the engine carries; a report on another kind of task than this one names the field. */
function factsOf(told: Completion, seen: TaskSeen): CommandInputs['completeTask'] {
  if (told.kind !== seen.kind) {
    const accepted = { enum: [seen.kind] };
    const fault = { in: 'body', field: '/kind', reason: 'field.value', accepted } as const;
    throw new HttpRefusal(422, 'request.invalid', { faults: [fault] });
  }
  return { seen, happenedAt: told.happenedAt, outcome: told.kind === 'review' ? told.outcome : null };
}

/** What stays in the business database. */
function wordsOf(told: Completion): object {
  const { kind: _kind, happenedAt: _happenedAt, ...words } = told;
  return words;
}
