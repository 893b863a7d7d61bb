import { ok } from '../answers.ts';
import { operation } from '../operation.ts';
import { holdOrRelease } from './hold-or-release.ts';
import { presentStatus } from './present.ts';
import { itemParams, mailItemStatus } from './schemas.ts';

/** The hold ends: the remaining days run on, at least those of the policy (decided.md, Decisions). */
export const releaseMailItem = operation({
  id: 'releaseMailItem',
  method: 'post',
  path: '/v1/mail-items/{id}/release',
  summary: 'Release a mail item from its hold',
  description: 'What was left of each period runs on, for a week at least by default.',
  tags: ['Mail items'],
  caller: ['operator'],
  right: 'mail-item.hold',
  params: itemParams,
  responses: { 200: { description: 'It is released.', schema: mailItemStatus, versioned: true } },
  refusals: { 409: ['mail-item.not-on-hold'], 503: ['service.temporal-away'] },
  handle: (call, deps) => holdOrRelease(call, deps, 'release'),
  answer: (item, { language }) => ok(presentStatus(item, language), { version: item.version }),
});
