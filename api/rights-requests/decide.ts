/** Whoever has a request for rights on his desk answers it: administrators in-house, then staff (WF-05). */
import { ok } from '../answers.ts';
import { operation } from '../operation.ts';
import { wishReasons } from '../rights/reasons.ts';
import { commandRequest } from './command.ts';
import { findOwnRequest, findRequest } from './find.ts';
import { presentRequest } from './present.ts';
import {
  requestAnswerBody,
  requestApprovalBody,
  requestQuestionBody,
  requestRejectionBody,
  rightsRequest,
  rightsRequestParams,
} from './schemas.ts';

const ofDesk = {
  method: 'post',
  tags: ['Rights requests'] as [string],
  caller: ['user', 'operator'] as ['user', 'operator'],
  right: 'user.administer',
  params: rightsRequestParams,
} as const;
const ofAsker = { ...ofDesk, caller: ['user'] as ['user'], right: 'company.read' } as const;

const away = { 503: ['service.temporal-away'] };
const deskReasons = ['rights-request.closed', 'rights-request.in-house', 'rights-request.with-staff'];
const changed = (description: string) => ({ 200: { description, schema: rightsRequest } });

export const approveRightsRequest = operation({
  ...ofDesk,
  id: 'approveRightsRequest',
  path: '/v1/rights-requests/{id}/approval',
  summary: 'Approve a request for rights',
  description:
    'All of it or a part. An administrator gives what is his to give at this moment. The operator widens what the company may ' +
    'hold and grants it to the administrator who asked; for the request of a user to an administrator, who has 14 days, unless ' +
    'policy says otherwise, to grant it on.',
  stepUp: true,
  body: requestApprovalBody,
  responses: changed('It is granted, granted in part, or with an administrator to be granted on.'),
  refusals: {
    ...wishReasons,
    409: [...deskReasons, 'rights-request.administrator-cannot-hold'],
    422: [
      ...wishReasons[422],
      'rights-request.nothing-asked',
      'rights-request.not-asked',
      'rights-request.administrator-needed',
      'rights-request.administrator-not-chosen',
      'rights.not-administrator',
    ],
    ...away,
  },
  handle: async (call, deps) => {
    await findRequest(call, deps);
    const { note: text = null, administratorId = null, ...deal } = call.body;
    await commandRequest(call, deps, 'approve', { ...deal, administratorId, text });
    return findRequest(call, deps);
  },
  answer: (found, { receivedAt, language }, { registry }) =>
    ok(presentRequest(found, registry, receivedAt, language)),
});

export const rejectRightsRequest = operation({
  ...ofDesk,
  id: 'rejectRightsRequest',
  path: '/v1/rights-requests/{id}/rejection',
  summary: 'Reject a request for rights',
  description: 'What is still open of it; the reason goes to the one who asked.',
  body: requestRejectionBody,
  responses: changed('It is rejected; partly granted where some of it was given before.'),
  refusals: { 409: deskReasons, ...away },
  handle: async (call, deps) => {
    await findRequest(call, deps);
    await commandRequest(call, deps, 'reject', { text: call.body.reason });
    return findRequest(call, deps);
  },
  answer: (found, { receivedAt, language }, { registry }) =>
    ok(presentRequest(found, registry, receivedAt, language)),
});

export const questionRightsRequest = operation({
  ...ofDesk,
  id: 'questionRightsRequest',
  path: '/v1/rights-requests/{id}/question',
  summary: 'Ask something about a request for rights',
  description:
    'The time to answer stands still until the answer is there; without one for 14 days, with a reminder after 7, unless ' +
    'policy says otherwise, the request is closed.',
  body: requestQuestionBody,
  responses: changed('It is asked.'),
  refusals: { 409: [...deskReasons, 'rights-request.question-open'], ...away },
  handle: async (call, deps) => {
    await findRequest(call, deps);
    await commandRequest(call, deps, 'ask', { text: call.body.question });
    return findRequest(call, deps);
  },
  answer: (found, { receivedAt, language }, { registry }) =>
    ok(presentRequest(found, registry, receivedAt, language)),
});

export const answerRightsRequest = operation({
  ...ofAsker,
  id: 'answerRightsRequest',
  path: '/v1/rights-requests/{id}/answer',
  summary: 'Answer a question about your request',
  description: 'It goes back to whoever asked, whose time begins anew.',
  body: requestAnswerBody,
  responses: changed('It is answered.'),
  refusals: { 409: ['rights-request.closed', 'rights-request.no-question'], ...away },
  handle: async (call, deps) => {
    await findOwnRequest(call, deps);
    await commandRequest(call, deps, 'answer', { text: call.body.answer });
    return findOwnRequest(call, deps);
  },
  answer: (found, { receivedAt, language }, { registry }) =>
    ok(presentRequest(found, registry, receivedAt, language)),
});

export const withdrawRightsRequest = operation({
  ...ofAsker,
  id: 'withdrawRightsRequest',
  path: '/v1/rights-requests/{id}/withdrawal',
  summary: 'Withdraw your request',
  description: 'What was given by then stays.',
  responses: changed('It is withdrawn.'),
  refusals: { 409: ['rights-request.closed'], ...away },
  handle: async (call, deps) => {
    await findOwnRequest(call, deps);
    await commandRequest(call, deps, 'withdraw');
    return findOwnRequest(call, deps);
  },
  answer: (found, { receivedAt, language }, { registry }) =>
    ok(presentRequest(found, registry, receivedAt, language)),
});
