import { ok } from '../answers.ts';
import { operation } from '../operation.ts';
import { presentWorked } from './present.ts';
import { failure, taskParams, workedTask } from './schemas.ts';
import { workOn, workRefusals } from './work.ts';

/** What was begun cannot be done: the customer is asked, decisions reopen, some days are free (decided.md, Decisions). */
export const failSiteTask = operation({
  id: 'failSiteTask',
  method: 'post',
  path: '/v1/site-tasks/{id}/failure',
  summary: 'Report that a task cannot be done',
  description:
    'The customer is told and may decide anew; a week, unless policy says otherwise, is free of storage. Only a task that was begun can fail.',
  tags: ['Site tasks'],
  caller: ['site'],
  right: 'site-task.work',
  params: taskParams,
  body: failure,
  responses: { 200: { description: 'It has failed, and the customer is asked.', schema: workedTask } },
  refusals: { 409: [...workRefusals[409], 'task.not-begun'], 503: workRefusals[503] },
  handle: (call, deps) => {
    const { reason, note } = call.body;
    return workOn(call, deps, { name: 'failTask', inputFor: (seen) => ({ seen, reason }), words: { note } });
  },
  answer: ({ task, item }) => ok(presentWorked(task, 'failed', item)),
});
