import { ok } from '../answers.ts';
import { operation } from '../operation.ts';
import { presentStatus } from './present.ts';
import { itemParams, mailItemStatus } from './schemas.ts';
import { commandByStaff } from './staff-command.ts';
import { factsBody } from './staff-schemas.ts';

/** Weight or format was recorded wrongly: the price follows, and the customer is told (decided.md, Prices). */
export const correctMailItemFacts = operation({
  id: 'correctMailItemFacts',
  method: 'post',
  path: '/v1/mail-items/{id}/facts-correction',
  summary: 'Correct weight and format',
  description:
    'Both are given as they really are. When the price of what was decided changes, the customer is told; a price ' +
    'that was offered is void. Possible until the site has begun.',
  tags: ['Mail items'],
  caller: ['site'],
  right: 'mail-item.correct',
  params: itemParams,
  body: factsBody,
  responses: { 200: { description: 'They are corrected.', schema: mailItemStatus, versioned: true } },
  refusals: {
    409: ['mail-item.closed', 'mail-item.on-hold', 'mail-item.begun'],
    503: ['service.temporal-away'],
  },
  handle: (call, deps) => commandByStaff(call, deps, 'correctFacts', call.body),
  answer: (item, { language }) => ok(presentStatus(item, language), { version: item.version }),
});
