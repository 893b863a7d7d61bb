import { Refused, refuseState } from '../../domain/verdict.ts';
import { identityCommands } from '../../domain/identity-check.ts';
import { updates } from '../../workflows/identity-check/messages.ts';
import { ok } from '../answers.ts';
import { eventActorOf } from '../caller.ts';
import { operation } from '../operation.ts';
import { registrationCase } from './case-schemas.ts';
import { findCase } from './find-case.ts';
import { presentCase } from './present.ts';
import { identityResultBody, registrationParams } from './schemas.ts';

/** What staff found; with the result the picture can no longer be opened by anybody (WF-19, SE-03). */
export const giveIdentityResult = operation({
  id: 'giveIdentityResult',
  method: 'post',
  path: '/v1/registrations/{id}/identity-result',
  summary: 'Say what an identity document shows',
  description:
    'The key of the picture is destroyed with the answer, and the picture right after it; what remains is the result and ' +
    'a destruction record. `another` asks the applicant for a new picture.',
  tags: ['Registrations'],
  caller: ['operator'],
  right: 'registration.review',
  params: registrationParams,
  body: identityResultBody,
  responses: { 200: { description: 'It is recorded.', schema: registrationCase } },
  refusals: {
    409: ['identity-check.over', 'identity-check.no-document'],
    503: ['service.temporal-away'],
  },
  handle: async (call, deps) => {
    const { identity } = await findCase(call, deps);
    if (identity === null) throw new Refused(refuseState('identity-check.no-document'));
    const { request, caller, body } = call;
    const name = body.result === 'another' ? 'askForAnother' : 'decideIdentity';
    await call.once(() =>
      deps.lives.command({
        life: 'identity-check',
        id: identity.id,
        update: updates[name],
        check: identityCommands[name].check,
        message: {
          checkId: identity.id,
          actor: eventActorOf(caller),
          request,
          ...(body.result === 'another' ? {} : { outcome: body.result }),
        },
      }),
    );
    return findCase(call, deps);
  },
  answer: ({ found, identity }, { receivedAt, language }) =>
    ok(presentCase(found, identity, receivedAt, language)),
});
