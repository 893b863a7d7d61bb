import { z } from 'zod';
import { ok } from '../answers.ts';
import { operation } from '../operation.ts';
import { HttpRefusal } from '../refusal.ts';
import { missingParts } from './checks.ts';

const readiness = z
  .strictObject({
    status: z.literal('ready').meta({ description: 'Always `ready`.', example: 'ready' }),
    parts: z
      .array(z.string())
      .meta({ description: 'What was looked at and found.', example: ['database', 'migrations'] }),
  })
  .meta({ id: 'Ready', description: 'Everything the API stands on is there.' });

/** Whether everything the API stands on is there; names what is missing. */
export const ready = operation({
  id: 'checkReady',
  method: 'get',
  path: '/health/ready',
  summary: 'Can it serve?',
  description:
    'Looks at the database, its migrations, Temporal, the object store and the keys. While something is missing ' +
    'the answer is 503 and `details.missing` names it; requests that do not need that part are served all the same.',
  tags: ['Health'],
  caller: 'anyone',
  right: 'public',
  responses: { 200: { description: 'Everything is there.', schema: readiness } },
  refusals: { 503: ['service.not-ready'] },
  handle: (_call, deps) => missingParts(deps.health),
  answer: (missing, _call, deps) => {
    if (missing.length === 0) return ok({ status: 'ready', parts: deps.health.map(({ name }) => name) });
    throw new HttpRefusal(503, 'service.not-ready', {
      details: { missing },
      headers: { 'Retry-After': '5' },
    });
  },
});
