import type { ChangeRequest } from '../../db/changes/change.ts';
import { keepParticulars } from '../../db/changes/keep-particulars.ts';
import type { CompletionParticulars } from '../../db/changes/complete-recovery.ts';
import { passwordTermsOf } from '../../db/queries/password-terms.ts';
import type { RecoveryLogin } from '../../db/queries/recovery-logins.ts';
import { checkCompletion } from '../../domain/credential-recovery.ts';
import { complete } from '../../workflows/credential-recovery/messages.ts';
import { noContent } from '../answers.ts';
import type { Deps } from '../deps.ts';
import type { Call } from '../operation.ts';
import { operation } from '../operation.ts';
import { newPassword, passwordReasons, passwordRequest } from '../people/new-password.ts';
import { HttpRefusal } from '../refusal.ts';
import { readLink } from './by-link.ts';
import { completionBody } from './schemas.ts';

/** Checks 35, 37 and 40: the link is spent by this and by nothing else, once; then one logs in as ever. */
export const completeCredentialRecovery = operation({
  id: 'completeCredentialRecovery',
  method: 'post',
  path: '/v1/credential-recoveries/completion',
  summary: 'Choose a new password by the link',
  description:
    'Sets the password and spends the link. Every session of the user ends, a mail tells him, and he logs in as ever: ' +
    'nobody is logged in by this, and a second factor is asked for as before.',
  tags: ['Credential recovery'],
  caller: 'anyone',
  right: 'public',
  body: completionBody,
  responses: { 204: { description: 'The new password holds.' } },
  refusals: {
    409: ['link.unusable'],
    422: ['recovery.which-username', ...passwordReasons],
    429: ['request.too-many'],
    503: ['request.busy', 'service.temporal-away'],
  },
  handle: async (call, deps) => {
    const request = passwordRequest(call.request, deps);
    await call.once(() => set(call, deps, request), request);
  },
  answer: () => noContent(),
});

interface Body {
  readonly token: string;
  readonly username?: string | undefined;
  readonly newPassword: string;
}

async function set(call: Call<unknown, unknown, Body>, deps: Deps, request: ChangeRequest): Promise<unknown> {
  const { body, receivedAt } = call;
  const { recoveryId, tokenHash, logins } = await readLink(call, deps);
  const { userId } = chosen(logins, body.username);
  const password = await newPassword(
    deps,
    body.newPassword,
    await passwordTermsOf(deps.knex, userId, receivedAt),
  );
  const particulars: CompletionParticulars = { userId, tokenHash, password };
  await keepParticulars(deps.knex)(request, particulars, receivedAt);
  return deps.lives.command({
    life: 'credential-recovery',
    id: recoveryId,
    update: complete,
    check: (recovery) => checkCompletion(recovery, receivedAt),
    message: { recoveryId, actor: { type: 'user', id: userId }, request },
  });
}

/** Who reads the mailbox may know the names in it. */
function chosen(logins: readonly RecoveryLogin[], username: string | undefined): RecoveryLogin {
  const meant = username === undefined ? logins : logins.filter((login) => login.username === username);
  const [only, ...more] = meant;
  if (only !== undefined && more.length === 0) return only;
  throw new HttpRefusal(422, 'recovery.which-username', {
    details: { field: 'username', usernames: logins.map((login) => login.username) },
  });
}
