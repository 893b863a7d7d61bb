import { ok } from '../answers.ts';
import { operation } from '../operation.ts';
import { holdOrRelease } from './hold-or-release.ts';
import { presentStatus } from './present.ts';
import { itemParams, mailItemStatus } from './schemas.ts';
import { holdBody } from './staff-schemas.ts';

/** Staff withhold a letter: the clocks of scan and paper stand still (decided.md, Decisions). */
export const holdMailItem = operation({
  id: 'holdMailItem',
  method: 'post',
  path: '/v1/mail-items/{id}/hold',
  summary: 'Put a mail item on hold',
  description:
    'Nothing is shipped, destroyed, purged or charged until it is released; the time that was left to the customer ' +
    'runs on afterwards. A hold covers the scan too: once the paper has left it still keeps the scan from being purged.',
  tags: ['Mail items'],
  caller: ['operator'],
  right: 'mail-item.hold',
  params: itemParams,
  body: holdBody,
  responses: { 200: { description: 'It is on hold.', schema: mailItemStatus, versioned: true } },
  refusals: { 409: ['mail-item.closed', 'mail-item.on-hold'], 503: ['service.temporal-away'] },
  handle: (call, deps) => holdOrRelease(call, deps, 'hold', { reason: call.body.reason }),
  answer: (item, { language }) => ok(presentStatus(item, language), { version: item.version }),
});
