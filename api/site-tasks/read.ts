import { siteTaskById } from '../../db/queries/site-tasks.ts';
import { ok } from '../answers.ts';
import { operation } from '../operation.ts';
import { presentTask } from './present.ts';
import { siteTask, taskParams } from './schemas.ts';

/** One task, open or over (WF-10). */
export const readSiteTask = operation({
  id: 'readSiteTask',
  method: 'get',
  path: '/v1/site-tasks/{id}',
  summary: 'Read a task',
  description: 'What is to be done, from when, where to; and how it ended.',
  tags: ['Site tasks'],
  caller: ['site', 'operator'],
  right: 'site-task.read',
  params: taskParams,
  responses: { 200: { description: 'The task.', schema: siteTask } },
  refusals: {},
  handle: async (call, { knex }) => call.allow('site-task', await siteTaskById(knex, call.params.id)),
  answer: (task, { receivedAt }) => ok(presentTask(task, receivedAt)),
});
