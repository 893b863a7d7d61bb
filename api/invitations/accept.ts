import { keepParticulars } from '../../db/changes/keep-particulars.ts';
import type { AcceptanceParticulars } from '../../db/changes/command-provisioning.ts';
import { provisioningById } from '../../db/queries/user-provisionings.ts';
import { passwordTermsOf } from '../../db/queries/password-terms.ts';
import { linkDead } from '../../domain/one-time-link.ts';
import { checkAcceptance } from '../../domain/user-provisioning.ts';
import { orThrow, Refused } from '../../domain/verdict.ts';
import { accept } from '../../workflows/user-provisioning/messages.ts';
import { ok } from '../answers.ts';
import type { Deps } from '../deps.ts';
import type { Call } from '../operation.ts';
import { operation } from '../operation.ts';
import { newPassword, passwordReasons, passwordRequest } from '../people/new-password.ts';
import { openLinkOf } from '../mailed-links.ts';
import { acceptanceBody, accepted } from './schemas.ts';

/** Whoever reads the mail chooses the password (UM-21, checks 26, 35, 37 and 40). */
export const acceptInvitation = operation({
  id: 'acceptInvitation',
  method: 'post',
  path: '/v1/invitations/acceptance',
  summary: 'Accept an invitation and choose a password',
  description:
    'With the token of the link, once. Opening the link alone changes nothing, for mail scanners open links too. You are ' +
    'not logged in by this, and the place you call from is not authorised by it.',
  tags: ['Invitations'],
  caller: 'anyone',
  right: 'public',
  body: acceptanceBody,
  responses: { 200: { description: 'Your password is chosen.', schema: accepted } },
  refusals: {
    409: ['link.unusable'],
    422: [...passwordReasons],
    429: ['request.too-many'],
    503: ['request.busy', 'service.temporal-away'],
  },
  handle: async (call, deps) => {
    const request = passwordRequest(call.request, deps);
    await call.once(async () => {
      const { provisioning, userId, tokenHash } = await invitedBy(call, deps);
      const terms = await passwordTermsOf(deps.knex, userId, call.receivedAt);
      const password = await newPassword(deps, call.body.password, terms);
      const particulars: AcceptanceParticulars = { tokenHash, password };
      await keepParticulars(deps.knex)(request, particulars, call.receivedAt);
      return deps.lives.command({
        life: 'user-provisioning',
        id: provisioning.id,
        update: accept,
        check: (row) => checkAcceptance(row, call.receivedAt),
        message: { provisioningId: provisioning.id, actor: { type: 'user', id: userId }, request },
      });
    }, request);
  },
  answer: () => ok({ accepted: true }),
});

type AcceptanceCall = Call<unknown, unknown, { readonly token: string; readonly password: string }>;

async function invitedBy(call: AcceptanceCall, deps: Deps) {
  const { link, tokenHash } = await openLinkOf(call, deps, 'invitation');
  const provisioning = await provisioningById(deps.knex, link.lifeId);
  if (link.userId === null || provisioning === null) throw new Refused(linkDead);
  orThrow(checkAcceptance(provisioning, call.receivedAt));
  return { provisioning, userId: link.userId, tokenHash };
}
