import { localTimeOf } from '../../domain/calendar.ts';
import { ok } from '../answers.ts';
import { operation } from '../operation.ts';
import { enterCode, entryReasons, stranger } from './enter.ts';
import { checkBody, checkedShown } from './schemas.ts';

/** UP-05, first phase: whoever has the letter learns what it is for. Nothing is changed by it. */
export const checkActivationCode = operation({
  id: 'checkActivationCode',
  method: 'post',
  path: '/v1/activation-codes/check',
  summary: 'Enter an activation code',
  description:
    'Tells what a code that works is for. One that does not, for whatever reason, gets one answer, which names every way ' +
    'on; trying is slowed, and voids no code.',
  tags: ['Activation codes'],
  caller: 'anyone',
  right: 'public',
  body: checkBody,
  idempotency: { none: 'nothing is changed by it.' },
  responses: { 200: { description: 'It works.', schema: checkedShown } },
  refusals: entryReasons,
  handle: (call, deps) => enterCode(call, deps, call.body.code, stranger),
  answer: ({ code, clientCode, companyName, issuerName, language }) => {
    const { zone } = code.terms;
    const endsAt = code.endsAt ?? '';
    const ends = { endsAt, localEndsAt: localTimeOf(endsAt, zone), zone };
    return ok({ clientCode, companyName, issuerName, language, ...ends });
  },
});
