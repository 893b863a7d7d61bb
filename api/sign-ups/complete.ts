import { codeHolder } from '../../db/changes/actors.ts';
import type { CompletionParticulars } from '../../db/changes/complete-sign-up.ts';
import { keepParticulars } from '../../db/changes/keep-particulars.ts';
import type { SignUpSaid } from '../../db/queries/sign-ups.ts';
import { signUpById, signUpPasswordTerms, signUpSaid } from '../../db/queries/sign-ups.ts';
import { codeUnusable } from '../../domain/activation-code.ts';
import { decidedDocumentPolicy } from '../../domain/document-policy.ts';
import { linkDead } from '../../domain/one-time-link.ts';
import { checkComplete } from '../../domain/sign-up.ts';
import { orThrow, Refused, refuseValue } from '../../domain/verdict.ts';
import { complete } from '../../workflows/sign-up/messages.ts';
import { enterCode, entryReasons, stranger } from '../activation-codes/enter.ts';
import { ok } from '../answers.ts';
import type { Deps } from '../deps.ts';
import type { Call } from '../operation.ts';
import { operation } from '../operation.ts';
import { newPassword, passwordReasons, passwordRequest } from '../people/new-password.ts';
import { openLinkOf } from '../mailed-links.ts';
import { completed, completionBody } from './schemas.ts';

/** UP-05, third phase; UP-11: it is the consent too (checks 35, 37 and 40). */
export const completeSignUp = operation({
  id: 'completeSignUp',
  method: 'post',
  path: '/v1/sign-ups/completion',
  summary: 'Choose a password and have the account',
  description:
    'With the token of the link, once, and with what the browser kept that began it; on another device with the activation ' +
    'code. It is your consent to receive these documents electronically instead of on paper, recorded with its text, time ' +
    'and place. You are not logged in by this.',
  tags: ['Sign-ups'],
  caller: 'anyone',
  right: 'public',
  body: completionBody,
  responses: { 200: { description: 'The account is there.', schema: completed } },
  refusals: {
    409: ['link.unusable', 'sign-up.account-exists'],
    422: [...passwordReasons, ...entryReasons[422], 'sign-up.code-needed'],
    429: ['request.too-many'],
    503: ['request.busy', 'service.temporal-away'],
  },
  handle: async (call, deps) => {
    const request = passwordRequest(call.request, deps);
    await call.once(async () => {
      const { signUp, said, tokenHash } = await signUpBy(call, deps);
      await proveHolder(call, deps, said);
      const password = await newPassword(
        deps,
        call.body.password,
        await signUpPasswordTerms(deps.knex, said, call.receivedAt),
      );
      const particulars: CompletionParticulars = { tokenHash, password, clientAddress: call.clientAddress };
      await keepParticulars(deps.knex)(request, particulars, call.receivedAt);
      return deps.lives.command({
        life: 'sign-up',
        id: signUp.id,
        update: complete,
        check: (row) => checkComplete(row, call.receivedAt),
        message: { signUpId: signUp.id, actor: codeHolder, request },
      });
    }, request);
  },
  answer: () => ok({ completed: true }),
});

type CompletionCall = Call<
  unknown,
  unknown,
  { readonly token: string; readonly key: string | null; readonly code: string | null }
>;

async function signUpBy(call: CompletionCall, deps: Deps) {
  const { link, tokenHash } = await openLinkOf(call, deps, 'sign-up');
  const signUp = await signUpById(deps.knex, link.lifeId);
  const said = await signUpSaid(deps.knex, link.lifeId);
  if (signUp === null || said === null) throw new Refused(linkDead);
  orThrow(checkComplete(signUp, call.receivedAt));
  return { signUp, said, tokenHash };
}

/** The browser that began it, or the code once more: a mail that was read by somebody else opens no account. */
async function proveHolder(
  call: CompletionCall,
  deps: Deps,
  { holderHash, codeId }: SignUpSaid,
): Promise<void> {
  const { key, code } = call.body;
  if (key !== null && deps.tokens.hashToken(key) === holderHash) return;
  if (code === null) throw new Refused(refuseValue('sign-up.code-needed', { field: 'code' }));
  const entered = await enterCode(call, deps, code, stranger);
  if (entered.code.id !== codeId) throw new Refused(codeUnusable(decidedDocumentPolicy.code.validDays));
}
