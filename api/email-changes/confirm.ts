import type { EmailConfirmationParticulars } from '../../db/changes/email-changes.ts';
import { keepParticulars } from '../../db/changes/keep-particulars.ts';
import { linkByToken } from '../../db/changes/one-time-links.ts';
import { checkEmailConfirmation } from '../../domain/email-change.ts';
import { linkDead } from '../../domain/one-time-link.ts';
import { Refused } from '../../domain/verdict.ts';
import { confirm } from '../../workflows/email-change/messages.ts';
import { noContent } from '../answers.ts';
import type { Deps } from '../deps.ts';
import { networkOf } from '../limits.ts';
import { tokenBody } from '../me/schemas.ts';
import type { Call } from '../operation.ts';
import { operation } from '../operation.ts';

/** Opening the link alone changes nothing (check 37). */
export const confirmOwnEmail = operation({
  id: 'confirmOwnEmail',
  method: 'post',
  path: '/v1/email-changes/confirmation',
  summary: 'Confirm a new mail address',
  description: 'With the token of the link, once. The address before is told.',
  tags: ['Me'],
  caller: 'anyone',
  right: 'public',
  body: tokenBody,
  responses: { 204: { description: 'Mails go there now.' } },
  refusals: {
    409: ['link.unusable'],
    429: ['request.too-many'],
    503: ['service.temporal-away'],
  },
  handle: async (call, deps) => {
    await call.once(() => confirmed(call, deps));
  },
  answer: () => noContent(),
});

type ConfirmCall = Call<unknown, unknown, { readonly token: string }>;

async function confirmed(call: ConfirmCall, { knex, tokens, limits, lives }: Deps): Promise<unknown> {
  const { body, request, receivedAt } = call;
  const tokenHash = tokens.hashToken(body.token);
  const link = await linkByToken(knex, 'email', tokenHash);
  if (link?.userId == null) {
    await limits.spend('deadLinksFromPlace', networkOf(call.clientAddress));
    throw new Refused(linkDead);
  }
  const particulars: EmailConfirmationParticulars = { userId: link.userId, tokenHash };
  await keepParticulars(knex)(request, particulars, receivedAt);
  return lives.command({
    life: 'email-change',
    id: link.lifeId,
    update: confirm,
    check: (change) => checkEmailConfirmation(change, receivedAt),
    message: { emailChangeId: link.lifeId, actor: { type: 'user', id: link.userId }, request },
  });
}
