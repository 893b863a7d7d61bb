import { ok } from '../answers.ts';
import { operation } from '../operation.ts';
import { registrationCase } from './case-schemas.ts';
import { commandCase } from './command.ts';
import { findCase } from './find-case.ts';
import { presentCase } from './present.ts';
import { approvalBody, registrationParams } from './schemas.ts';
import { reviewReasons } from './review-reasons.ts';
import type { ApprovalParticulars } from '../../db/changes/command-registration.ts';
import { checkFirstBoundary } from '../../domain/first-boundary.ts';
import { orThrow } from '../../domain/verdict.ts';

/** The first person of a company becomes its administrator (UM-04). */
export const approveRegistration = operation({
  id: 'approveRegistration',
  method: 'post',
  path: '/v1/registrations/{id}/approval',
  summary: 'Approve a registration',
  description:
    'Writes the company, its boundary as you confirm it, and its administrator, all at once, and sends him an invitation. ' +
    'Other registrations of the company are referred. Unused for 30 days, all of it is undone; ' +
    'the company stays where somebody else administers it by then.',
  tags: ['Registrations'],
  caller: ['operator'],
  right: 'registration.review',
  stepUp: true,
  params: registrationParams,
  body: approvalBody,
  responses: { 200: { description: 'It is approved.', schema: registrationCase } },
  refusals: {
    409: [
      ...reviewReasons,
      'registration.identity-missing',
      'registration.has-administrator',
      'registration.recovery-needed',
    ],
    422: [
      'rights.application-unknown',
      'rights.scope-incomplete',
      'rights.value-malformed',
      'rights.value-of-other-kind',
      'rights.profile-unknown',
      'rights.profile-violated',
      'account.value-twice',
      'account.box-of-other-company',
    ],
    503: ['service.temporal-away'],
  },
  handle: async (call, deps) => {
    await findCase(call, deps);
    const { request, params } = call;
    const { applications, scopeValues, profiles, note = null } = call.body;
    const words: ApprovalParticulars = { applications, scopeValues, profiles, note };
    orThrow(checkFirstBoundary(deps.registry, words));
    await commandCase(call, deps, { registrationId: params.id, name: 'approve', words, request });
    return findCase(call, deps);
  },
  answer: ({ found, identity }, { receivedAt, language }) =>
    ok(presentCase(found, identity, receivedAt, language)),
});
