import { linkHolder } from '../../db/changes/actors.ts';
import type { SharingParticulars } from '../../db/changes/command-sharing.ts';
import { keepParticulars } from '../../db/changes/keep-particulars.ts';
import { isKnownAddress } from '../../db/queries/mailbox-contacts.ts';
import { sharingAround, sharingPasswordTerms } from '../../db/queries/sharings.ts';
import { linkDead } from '../../domain/one-time-link.ts';
import { checkAcceptSharing } from '../../domain/sharing.ts';
import { Refused, refuseState } from '../../domain/verdict.ts';
import { updates } from '../../workflows/sharing/messages.ts';
import { ok } from '../answers.ts';
import { operation } from '../operation.ts';
import { newPassword, passwordReasons, passwordRequest } from '../people/new-password.ts';
import { sharingByToken } from './by-token.ts';
import { accepted, newLogInBody } from './schemas.ts';

/** Whoever reads the mail chooses the password (checks 35, 37 and 40). */
export const acceptSharing = operation({
  id: 'acceptSharing',
  method: 'post',
  path: '/v1/sharings/acceptance',
  summary: 'Accept an invitation to see an account',
  description:
    'With the token of the link, once, and a password: you log in with the address that the link was mailed to. You are not ' +
    'logged in by this. Who logs in with that address already accepts while logged in.',
  tags: ['Sharing'],
  caller: 'anyone',
  right: 'public',
  body: newLogInBody,
  responses: { 200: { description: 'Your log-in is there.', schema: accepted } },
  refusals: {
    409: ['link.unusable', 'sharing.log-in-exists'],
    422: [...passwordReasons],
    429: ['request.too-many'],
    503: ['request.busy', 'service.temporal-away'],
  },
  handle: async (call, deps) => {
    const request = passwordRequest(call.request, deps);
    const { receivedAt, body } = call;
    const done = await call.once(async () => {
      const { sharing, tokenHash } = await sharingByToken(call, deps);
      const around = await sharingAround(deps.knex, sharing.id);
      if (around === null) throw new Refused(linkDead);
      if (await isKnownAddress(deps.knex, around.email))
        throw new Refused(refuseState('sharing.log-in-exists'));
      const terms = await sharingPasswordTerms(deps.knex, sharing.id, receivedAt);
      const particulars: SharingParticulars = {
        tokenHash,
        password: await newPassword(deps, body.password, terms),
      };
      await keepParticulars(deps.knex)(request, particulars, receivedAt);
      return deps.lives.command({
        life: 'sharing',
        id: sharing.id,
        update: updates.accept,
        check: (row) => checkAcceptSharing(row, receivedAt),
        message: { sharingId: sharing.id, actor: linkHolder, request },
      });
    }, request);
    return (await sharingAround(deps.knex, done.id))?.email ?? '';
  },
  answer: (username) => ok({ accepted: true, username }),
});
