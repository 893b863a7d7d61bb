import { ok } from '../answers.ts';
import { operation } from '../operation.ts';
import { presentWorked } from './present.ts';
import { taskParams, workedTask } from './schemas.ts';
import { workOn, workRefusals } from './work.ts';

/** The site takes the letter in hand: from then on its customer can no longer change his mind (PP-08). */
export const beginSiteTask = operation({
  id: 'beginSiteTask',
  method: 'post',
  path: '/v1/site-tasks/{id}/begin',
  summary: 'Begin a task',
  description:
    'From now on the customer can no longer change his decision. Not before the instant promised to him ' +
    '(`beginnableFrom`), and not without a price that he has accepted.',
  tags: ['Site tasks'],
  caller: ['site'],
  right: 'site-task.work',
  params: taskParams,
  responses: { 200: { description: 'It is begun.', schema: workedTask } },
  refusals: {
    409: [
      ...workRefusals[409],
      'task.begun',
      'task.too-early',
      'task.quote-not-accepted',
      'forwarding.no-address',
    ],
    503: workRefusals[503],
  },
  handle: (call, deps) =>
    workOn(call, deps, {
      name: 'beginTask',
      inputFor: (seen) => ({ seen }),
    }),
  answer: ({ task, item }) => ok(presentWorked(task, 'begun', item)),
});
