import { ok } from '../answers.ts';
import { operation } from '../operation.ts';
import { presentStatus } from './present.ts';
import { itemParams, mailItemStatus } from './schemas.ts';
import { commandByStaff } from './staff-command.ts';
import { quoteBody } from './staff-schemas.ts';

/** A price where the tariff has none: the customer is told and may accept it (decided.md, Prices). */
export const offerQuote = operation({
  id: 'offerQuote',
  method: 'post',
  path: '/v1/mail-items/{id}/quote',
  summary: 'Offer a price',
  description:
    'Only where the tariff has no line for weight, format, destination and manner. The site cannot begin before the ' +
    'customer has accepted; a new offer replaces the one before.',
  tags: ['Mail items'],
  caller: ['site', 'operator'],
  right: 'mail-item.quote',
  params: itemParams,
  body: quoteBody,
  responses: { 200: { description: 'It is offered.', schema: mailItemStatus, versioned: true } },
  refusals: {
    409: ['mail-item.closed', 'mail-item.on-hold', 'mail-item.begun', 'quote.not-needed'],
    503: ['service.temporal-away'],
  },
  handle: (call, deps) => commandByStaff(call, deps, 'offerQuote', call.body),
  answer: (item, { language }) => ok(presentStatus(item, language), { version: item.version }),
});
