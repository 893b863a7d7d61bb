import {
  askNotificationAddress as askFor,
  forgetAskedAddress,
} from '../../db/changes/notification-address.ts';
import type { FoundPostbox } from '../../db/queries/postboxes.ts';
import { confirmationEndsAt } from '../../domain/postbox.ts';
import { ok } from '../answers.ts';
import { eventActorOf } from '../caller.ts';
import type { Deps } from '../deps.ts';
import type { Call } from '../operation.ts';
import { operation } from '../operation.ts';
import { HttpRefusal } from '../refusal.ts';
import { findBox } from './find.ts';
import { presentPostbox } from './present.ts';
import { boxParams, emailBody, postbox } from './schemas.ts';

/** Notices are to go to an address of its own (PP-07). */
export const askNotificationAddress = operation({
  id: 'askNotificationAddress',
  method: 'put',
  path: '/v1/postboxes/{id}/notification-address',
  summary: 'Send notices to another address',
  description:
    'A mail with a link goes to the address: whoever reads it confirms it within seven days. Until then the present ' +
    'address stays in force. Asking again sends again, and the link before is dead: do so when no mail came or when ' +
    'the answer was 503.',
  tags: ['Postboxes'],
  caller: ['user'],
  right: 'postbox.settings',
  stepUp: true,
  params: boxParams,
  body: emailBody,
  responses: {
    202: { description: 'A mail with the link is on its way.', schema: postbox, versioned: true },
    200: { description: 'It is in force already.', schema: postbox, versioned: true },
  },
  refusals: {
    409: ['postbox.closed'],
    422: ['postbox.notification-address-refused'],
    429: ['request.too-many'],
    503: ['service.mail-away'],
  },
  handle: async (call, deps) => {
    const asked = await findBox(call, deps);
    await deps.limits.spend('linkMailsToAddress', call.body.email);
    const isAsked = await ask(call, deps, asked);
    return { box: await findBox(call, deps), isAsked };
  },
  answer: ({ box, isAsked }, { caller }) => ({
    ...ok(presentPostbox(box, caller), { version: box.version }),
    status: isAsked ? 202 : 200,
  }),
});

type AskCall = Call<{ readonly id: string }, unknown, { readonly email: string }>;

/** The token is in the mail alone; it stands behind the `#`, which no server and no log gets to see. */
async function ask(call: AskCall, deps: Deps, box: FoundPostbox): Promise<boolean> {
  const { email } = call.body;
  const token = deps.tokens.newToken();
  const tokenHash = deps.tokens.hashToken(token);
  const linkEndsAt = confirmationEndsAt(call.receivedAt, box.zone);
  const asked = { postboxId: box.id, email, tokenHash, linkEndsAt };
  const actor = eventActorOf(call.caller);
  if (!(await askFor(deps.knex)(asked, actor, call.receivedAt))) return false;
  const outcome = await deps.mails.confirmNotificationAddress({
    to: email,
    postboxNumber: box.number,
    link: `${deps.config.publicUrl}/notification-addresses/confirmation#${token}`,
    linkEndsAt,
    zone: box.zone,
    language: call.language,
    key: `postbox/${box.id}/confirm/${tokenHash}`,
  });
  if (outcome === 'sent') return true;
  await forgetAskedAddress(deps.knex)(asked, actor, call.receivedAt);
  throw new HttpRefusal(422, 'postbox.notification-address-refused', { details: { field: 'email' } });
}
