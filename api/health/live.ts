import { z } from 'zod';
import { ok } from '../answers.ts';
import { operation } from '../operation.ts';

const alive = z
  .strictObject({ status: z.literal('live').meta({ description: 'Always `live`.', example: 'live' }) })
  .meta({ id: 'Live', description: 'The process runs and answers.' });

/** Whether the process answers at all; asks nothing of anything else. */
export const live = operation({
  id: 'checkLive',
  method: 'get',
  path: '/health/live',
  summary: 'Is the process alive?',
  description:
    'Answers as long as the process does; looks at nothing else, so a restart is due when it is silent.',
  tags: ['Health'],
  caller: 'anyone',
  right: 'public',
  responses: { 200: { description: 'It is.', schema: alive } },
  refusals: {},
  handle: () => Promise.resolve(),
  answer: () => ok({ status: 'live' }),
});
