import type { EmailConfirmationParticulars } from '../../db/changes/email-changes.ts';
import { keepParticulars } from '../../db/changes/keep-particulars.ts';
import { checkEmailConfirmation } from '../../domain/email-change.ts';
import { linkDead } from '../../domain/one-time-link.ts';
import { Refused } from '../../domain/verdict.ts';
import { confirm } from '../../workflows/email-change/messages.ts';
import { noContent } from '../answers.ts';
import type { Deps } from '../deps.ts';
import { tokenBody } from '../me/schemas.ts';
import type { Call } from '../operation.ts';
import { operation } from '../operation.ts';
import { linkOf } from '../mailed-links.ts';

/** Opening the link alone changes nothing (check 37). */
export const confirmOwnEmail = operation({
  id: 'confirmOwnEmail',
  method: 'post',
  path: '/v1/email-changes/confirmation',
  summary: 'Confirm a new mail address',
  description:
    'With the token of the link, once. The address before is told. A username in the form of an address becomes the new ' +
    'address, unless another user is called by it: then nothing changes.',
  tags: ['Me'],
  caller: 'anyone',
  right: 'public',
  body: tokenBody,
  responses: { 204: { description: 'Mails go there now.' } },
  refusals: {
    409: ['link.unusable', 'email-change.address-is-username'],
    429: ['request.too-many'],
    503: ['service.temporal-away'],
  },
  handle: async (call, deps) => {
    await call.once(() => confirmed(call, deps));
  },
  answer: () => noContent(),
});

type ConfirmCall = Call<unknown, unknown, { readonly token: string }>;

async function confirmed(call: ConfirmCall, deps: Deps): Promise<unknown> {
  const { request, receivedAt } = call;
  const { link, tokenHash } = await linkOf(call, deps, 'email');
  if (link.userId === null) throw new Refused(linkDead);
  const particulars: EmailConfirmationParticulars = { userId: link.userId, tokenHash };
  await keepParticulars(deps.knex)(request, particulars, receivedAt);
  return deps.lives.command({
    life: 'email-change',
    id: link.lifeId,
    update: confirm,
    check: (change) => checkEmailConfirmation(change, receivedAt),
    message: { emailChangeId: link.lifeId, actor: { type: 'user', id: link.userId }, request },
  });
}
