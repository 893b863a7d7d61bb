import { z } from 'zod';
import { siteTasks } from '../../db/queries/site-tasks.ts';
import { dayOf, isCalendarDay } from '../../domain/calendar.ts';
import { taskStates } from '../../domain/site-task.ts';
import { ok } from '../answers.ts';
import { operation } from '../operation.ts';
import { cursorFault, cutPage, keyOfCursor, pageQuery, pageOf } from '../pages.ts';
import { calendarDay } from '../parameters.ts';
import { presentTask } from './present.ts';
import { siteTask, taskKinds } from './schemas.ts';

const query = z.strictObject({
  dueBy: calendarDay('Due on that day or before it; today in the zone of the site unless given.').optional(),
  kind: z.enum(taskKinds).meta({ description: 'Only these.', example: 'ship' }).optional(),
  state: z
    .enum(taskStates)
    .meta({ description: 'Only these; all that are planned or begun unless given.', example: 'planned' })
    .optional(),
  ...pageQuery,
});

/** The work list of a site, by day (WF-10). */
export const listSiteTasks = operation({
  id: 'listSiteTasks',
  method: 'get',
  path: '/v1/site-tasks',
  summary: 'The work list',
  description:
    'What the site has to do: by the day on which it is due, what is overdue first. A task that cannot be begun just ' +
    'now names the reason.',
  tags: ['Site tasks'],
  caller: ['site', 'operator'],
  right: 'site-task.read',
  query,
  responses: { 200: { description: 'Tasks.', schema: pageOf(siteTask) } },
  refusals: {},
  handle: async (call, { knex }) => {
    const { dueBy, kind = null, state = null, limit, after } = call.query;
    const tasks = await siteTasks(knex, call.reach(), {
      dueBy: (zone) => dueBy ?? dayOf(call.receivedAt, zone),
      kind,
      state,
      limit: limit + 1,
      after: placeIn(after),
    });
    return cutPage(tasks, limit, ({ dueOn, id }) => [dueOn, id]);
  },
  answer: (page, { receivedAt }) =>
    ok({ ...page, items: page.items.map((task) => presentTask(task, receivedAt)) }),
});

function placeIn(cursor: string | undefined): readonly [string, string] | null {
  const [dueOn, id] = keyOfCursor(cursor, ['string', 'id']) ?? [];
  if (typeof dueOn !== 'string' || typeof id !== 'string') return null;
  if (!isCalendarDay(dueOn)) throw cursorFault();
  return [dueOn, id];
}
