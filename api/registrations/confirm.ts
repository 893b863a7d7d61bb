import { isLinkAlive, linkDead } from '../../domain/one-time-link.ts';
import { Refused } from '../../domain/verdict.ts';
import { ok } from '../answers.ts';
import { operation } from '../operation.ts';
import { linkOf } from '../mailed-links.ts';
import { commandCase } from './command.ts';
import { confirmed, tokenBody } from './schemas.ts';

/** Whoever reads the mail says so (WF-01, checks 35 and 37). */
export const confirmRegistration = operation({
  id: 'confirmRegistration',
  method: 'post',
  path: '/v1/registrations/confirmations',
  summary: 'Confirm the mail address of a registration',
  description:
    'With the token of the link, once and within seven days. Opening the link alone changes nothing, for mail scanners ' +
    'open links too.',
  tags: ['Registrations'],
  caller: 'anyone',
  right: 'public',
  body: tokenBody,
  responses: { 200: { description: 'The address is confirmed.', schema: confirmed } },
  refusals: { 409: ['link.unusable'], 429: ['request.too-many'], 503: ['service.temporal-away'] },
  handle: async (call, deps) => {
    const { request, receivedAt } = call;
    await call.once(async () => {
      const { link, tokenHash } = await linkOf(call, deps, 'registration');
      if (!isLinkAlive(link, null, receivedAt)) throw new Refused(linkDead);
      const command = { registrationId: link.lifeId, name: 'confirmEmail', request } as const;
      return commandCase(call, deps, { ...command, words: { tokenHash } });
    });
  },
  answer: () => ok({ confirmed: true }),
});
