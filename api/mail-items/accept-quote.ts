import { ok } from '../answers.ts';
import { operation } from '../operation.ts';
import { commandItem } from './command.ts';
import { findItem } from './find.ts';
import { presentStatus } from './present.ts';
import { itemParams, mailItemStatus } from './schemas.ts';

/** The customer accepts a price that the tariff does not know (decided.md, Prices). */
export const acceptQuote = operation({
  id: 'acceptQuote',
  method: 'post',
  path: '/v1/mail-items/{id}/quote-acceptance',
  summary: 'Accept the price offered',
  description:
    'Where the tariff has no line, staff offer a price and the site waits until it is accepted. A later change of the ' +
    'decision, the address or the facts makes it void.',
  tags: ['Mail items'],
  caller: ['user'],
  right: 'mail-item.decide',
  params: itemParams,
  ifMatch: true,
  responses: {
    200: { description: 'The site may begin at this price.', schema: mailItemStatus, versioned: true },
  },
  refusals: {
    409: [
      'mail-item.closed',
      'mail-item.on-hold',
      'mail-item.begun',
      'mail-item.version-stale',
      'quote.not-offered',
    ],
    503: ['service.temporal-away'],
  },
  handle: async (call, deps) => {
    const found = await findItem(call, deps);
    const state = await call.once(() =>
      commandItem(call, deps, found, 'acceptQuote', { version: call.version }),
    );
    return { ...state, policy: found.item.policy };
  },
  answer: (item, { language }) => ok(presentStatus(item, language), { version: item.version }),
});
